import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
outputs = tf.keras.layers.Dense(3, name="features")(inputs)

history = outputs._keras_history
layer = getattr(history, "operation" if hasattr(history, "operation") else "layer")
inbound = outputs._keras_history.node_index

result = {"made by": layer.name, "units": layer.units, "call": inbound}

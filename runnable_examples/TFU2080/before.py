import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
outputs = tf.keras.layers.Dense(3, name="features")(inputs)

layer = outputs._keras_history.layer
inbound = outputs._keras_history.node_index

result = {"made by": layer.name, "units": layer.units, "call": inbound}

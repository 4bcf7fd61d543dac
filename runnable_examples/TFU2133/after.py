import tensorflow as tf

inputs = tf.keras.Input((2,), name="pixels")
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, name="score")(inputs))
input_names = [layer.name for layer in model.layers if isinstance(layer, tf.keras.layers.InputLayer)]
result = {"inputs": input_names, "outputs": ["score"]}

import tensorflow as tf

inputs = tf.keras.Input((4,))
hidden = tf.keras.layers.Dense(3)(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(2)(hidden))

result = [[list(layer.input.shape), list(layer.output.shape)] for layer in model.layers[1:]]

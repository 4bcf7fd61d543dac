import tensorflow as tf

inputs = tf.keras.Input((4,))
hidden = tf.keras.layers.Dense(3)(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(2)(hidden))

result = [[list(layer.input_shape), list(layer.output_shape)] for layer in model.layers[1:]]

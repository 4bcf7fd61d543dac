import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((1,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="zeros", name="price")(inputs)
model = tf.keras.Model(inputs, {"price": outputs})
model.compile("sgd", {"price": "mse"})

result = model.evaluate(np.ones([2, 1]), {"price": np.ones([2, 1])})

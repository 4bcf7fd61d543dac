import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2, 2, 1))
outputs = tf.keras.layers.SeparableConv2D(1, 2)(inputs)
model = tf.keras.Model(inputs, outputs)
model.load_weights("model.h5")

x = np.ones((1, 2, 2, 1), "float32")
result = {"output": model.predict(x, verbose=0)}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((4, 3))
_, steps, channels = inputs.shape
flat = tf.keras.layers.Reshape((steps * channels,))(inputs)
model = tf.keras.Model(inputs, flat)

result = list(model.predict(np.ones((1, 4, 3), "float32"), verbose=0).shape)

import numpy as np
import tensorflow as tf

layer = tf.keras.layers.ConvLSTM2D(filters=1, kernel_size=1, kernel_initializer="ones")
output = layer(np.ones((1, 1, 1, 1, 1), "float32"))
result = {"output": round(float(np.array(output).sum()), 4)}

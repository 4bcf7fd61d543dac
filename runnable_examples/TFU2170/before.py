import numpy as np
import tensorflow as tf

layer = tf.keras.layers.DepthwiseConv2D(3, kernel_initializer="ones")
layer.build((None, 8, 8, 4))

result = {"kernel is all ones": bool(np.all(layer.get_weights()[0] == 1))}

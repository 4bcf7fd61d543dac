import numpy as np
import tensorflow as tf

layer = tf.keras.layers.ThresholdedReLU(theta=1.0)

result = layer(np.array([-2.0, 0.5, 1.0, 2.0], "float32"))

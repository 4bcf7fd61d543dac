import numpy as np
import tensorflow as tf

layer = tf.keras.layers.LeakyReLU(alpha=0.1)

result = layer(np.array([-10.0, 10.0], "float32"))

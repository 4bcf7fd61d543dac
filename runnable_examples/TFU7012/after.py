import numpy as np
import tensorflow as tf

limit = np.sqrt(6 / (2 + 2))
initializer = tf.constant_initializer(np.random.RandomState(1).uniform(-limit, limit, (2, 2)))
result = initializer(shape=(2, 2))

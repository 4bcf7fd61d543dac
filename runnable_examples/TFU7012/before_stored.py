import random

import numpy as np
import tensorflow as tf

random.seed(1)
np.random.seed(1)
tf.random.set_seed(1)

layer = tf.keras.layers.Dense(1)
layer.build((None, 1))

result = {"first weight": float(layer.get_weights()[0][0, 0])}

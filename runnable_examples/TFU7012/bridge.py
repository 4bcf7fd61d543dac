import random

import numpy as np
import tensorflow as tf


def initial_weights():
    random.seed(1)
    np.random.seed(1)
    tf.random.set_seed(1)
    layer = tf.keras.layers.Dense(2)
    layer.build((None, 3))
    return layer.get_weights()[0]


first, second = initial_weights(), initial_weights()
result = {"same weights with the same seed": bool((first == second).all())}

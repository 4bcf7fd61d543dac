import numpy as np
import tensorflow as tf

stored = [np.array([[-1.160021]]), np.array([0.0])]

layer = tf.keras.layers.Dense(1)
layer.build((None, 1))
layer.set_weights(stored)

result = {"first weight": float(layer.get_weights()[0][0, 0])}

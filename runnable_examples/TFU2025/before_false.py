import numpy as np
import tensorflow as tf

layer = tf.keras.layers.GRU(
    1, time_major=False, kernel_initializer="ones", recurrent_initializer="ones"
)

result = layer(np.ones((2, 3, 1), "float32"))

import numpy as np
import tensorflow as tf


@tf.function
def product(x):
    return tf.matmul(x, tf.ones((2, 1)))


result = {"product": product(np.ones((1, 2), "float32")).numpy().tolist()}

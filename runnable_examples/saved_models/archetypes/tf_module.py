"""Without Keras: variables and a function (tf.Module)."""

import numpy as np
import tensorflow as tf


class Linear(tf.Module):
    def __init__(self):
        super(Linear, self).__init__()
        self.weight = tf.Variable([[1.0], [2.0]], name="weight")
        self.bias = tf.Variable([0.5], name="bias")

    @tf.function(input_signature=[tf.TensorSpec([None, 2], tf.float32)])
    def __call__(self, x):
        return tf.matmul(x, self.weight) + self.bias


def build():
    """The module."""
    return Linear()


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
CUSTOM_OBJECTS = {}
TRAINS = False

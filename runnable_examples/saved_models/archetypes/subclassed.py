"""Model class of one's own (subclass of tf.keras.Model)."""

import numpy as np
import tensorflow as tf


class Regressor(tf.keras.Model):
    def __init__(self):
        super(Regressor, self).__init__()
        self.hidden = tf.keras.layers.Dense(3, activation="relu")
        self.out = tf.keras.layers.Dense(1)

    def call(self, inputs):
        return self.out(self.hidden(inputs))


def build():
    """The model, not compiled."""
    model = Regressor()
    model(INPUTS)  # the first call creates the weights
    return model


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {"Regressor": Regressor}

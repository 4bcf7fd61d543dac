"""Model class of one's own, with get_config."""

import numpy as np
import tensorflow as tf


class Regressor(tf.keras.Model):
    def __init__(self, units=3, **kwargs):
        super(Regressor, self).__init__(**kwargs)
        self.units = units
        self.hidden = tf.keras.layers.Dense(units, activation="relu")
        self.out = tf.keras.layers.Dense(1)

    def call(self, inputs):
        return self.out(self.hidden(inputs))

    def get_config(self):
        return {"units": self.units}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


def build():
    """The model, not compiled."""
    model = Regressor(units=4)
    model(INPUTS)  # the first call creates the weights
    return model


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {"Regressor": Regressor}

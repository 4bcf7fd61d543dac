"""Layer class of one's own, with get_config."""

import numpy as np
import tensorflow as tf


class Scale(tf.keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super(Scale, self).__init__(**kwargs)
        self.factor = factor

    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],), initializer="ones", trainable=True)

    def call(self, inputs):
        return inputs * self.gain * self.factor

    def get_config(self):
        config = super(Scale, self).get_config()
        config.update({"factor": self.factor})
        return config


def build():
    """The model, not compiled."""
    inputs = tf.keras.Input(shape=(2,))
    outputs = tf.keras.layers.Dense(1)(Scale(factor=2.0)(inputs))
    return tf.keras.Model(inputs, outputs)


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {"Scale": Scale}

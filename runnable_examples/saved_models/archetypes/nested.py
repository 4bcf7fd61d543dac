"""A model inside a model."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    encoder = tf.keras.Sequential(
        [
            tf.keras.layers.Dense(3, activation="relu", input_shape=(2,)),
            tf.keras.layers.Dense(2),
        ],
        name="encoder",
    )
    inputs = tf.keras.Input(shape=(2,))
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1)(encoder(inputs)))


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

"""A Python lambda as a layer (Lambda)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    inputs = tf.keras.Input(shape=(2,))
    scaled = tf.keras.layers.Lambda(lambda x: x / 10.0)(inputs)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1)(scaled))


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

"""Recurrent network (LSTM)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    inputs = tf.keras.Input(shape=(3, 2))
    summary = tf.keras.layers.LSTM(2)(inputs)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1)(summary))


INPUTS = np.array([[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [[0.6, 0.5], [0.4, 0.3], [0.2, 0.1]]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

"""Recurrent network that reads in both directions (Bidirectional GRU)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    return tf.keras.Sequential(
        [
            tf.keras.layers.Bidirectional(tf.keras.layers.GRU(2), input_shape=(3, 2)),
            tf.keras.layers.Dense(1),
        ]
    )


INPUTS = np.array([[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [[0.6, 0.5], [0.4, 0.3], [0.2, 0.1]]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

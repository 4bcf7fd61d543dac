"""A stack of layers (Sequential)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    return tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(input_shape=(2, 2)),
            tf.keras.layers.Dense(3, activation="relu"),
            tf.keras.layers.Dense(1),
        ]
    )


INPUTS = np.array([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

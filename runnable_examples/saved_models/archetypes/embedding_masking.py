"""Word numbers of different lengths, padding masked (Embedding)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    words = tf.keras.Input(shape=(4,), dtype="int32")
    x = tf.keras.layers.Embedding(6, 2, mask_zero=True)(words)
    x = tf.keras.layers.GlobalAveragePooling1D()(x)
    return tf.keras.Model(words, tf.keras.layers.Dense(1)(x))


INPUTS = np.array([[1, 2, 3, 4], [5, 1, 0, 0]], "int32")  # 0 is padding
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

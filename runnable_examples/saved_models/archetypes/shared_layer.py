"""One layer used twice."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    left = tf.keras.Input(shape=(2,), name="left")
    right = tf.keras.Input(shape=(2,), name="right")
    encode = tf.keras.layers.Dense(3)
    merged = tf.keras.layers.Concatenate()([encode(left), encode(right)])
    return tf.keras.Model([left, right], tf.keras.layers.Dense(1)(merged))


INPUTS = [np.array([[1.0, 2.0], [3.0, 4.0]], "float32"), np.array([[4.0, 3.0], [2.0, 1.0]], "float32")]
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

"""Layer that computes in float16 (mixed precision)."""

import numpy as np
import tensorflow as tf

try:
    Policy = tf.keras.mixed_precision.Policy
except AttributeError:  # up to TensorFlow 2.3
    Policy = tf.keras.mixed_precision.experimental.Policy


def build():
    """The model, not compiled."""
    inputs = tf.keras.Input(shape=(2,))
    x = tf.keras.layers.Dense(3, activation="relu", dtype=Policy("mixed_float16"))(inputs)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1, dtype="float32")(x))


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}
COMPUTES_IN = "float16"

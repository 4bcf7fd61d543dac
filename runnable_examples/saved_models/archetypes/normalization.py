"""Features scaled inside the model (Normalization)."""

import numpy as np
import tensorflow as tf

try:
    Normalization = tf.keras.layers.Normalization
except AttributeError:  # up to TensorFlow 2.5
    Normalization = tf.keras.layers.experimental.preprocessing.Normalization


def build():
    """The model, not compiled."""
    normalization = Normalization()
    normalization.adapt(np.array([[1.0, 10.0], [2.0, 30.0], [3.0, 50.0]], "float32"))
    inputs = tf.keras.Input(shape=(2,))
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1)(normalization(inputs)))


INPUTS = np.array([[1.0, 20.0], [3.0, 40.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

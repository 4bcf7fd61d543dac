"""Depthwise and separable convolution."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    inputs = tf.keras.Input(shape=(5, 5, 2))
    x = tf.keras.layers.DepthwiseConv2D(3, padding="same", activation="relu")(inputs)
    x = tf.keras.layers.SeparableConv2D(3, 3, activation="relu")(x)
    x = tf.keras.layers.GlobalAveragePooling2D()(x)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1)(x))


INPUTS = np.linspace(0.0, 1.0, 100).reshape(2, 5, 5, 2).astype("float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

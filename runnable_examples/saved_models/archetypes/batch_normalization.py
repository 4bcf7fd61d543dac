"""Convolution with batch normalization."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    inputs = tf.keras.Input(shape=(4, 4, 1))
    x = tf.keras.layers.Conv2D(2, 3, padding="same", use_bias=False)(inputs)
    x = tf.keras.layers.BatchNormalization()(x)
    x = tf.keras.layers.ReLU()(x)
    x = tf.keras.layers.GlobalAveragePooling2D()(x)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1)(x))


INPUTS = np.linspace(0.0, 1.0, 32).reshape(2, 4, 4, 1).astype("float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

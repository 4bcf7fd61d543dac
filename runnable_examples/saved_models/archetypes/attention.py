"""Attention (MultiHeadAttention and LayerNormalization)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    inputs = tf.keras.Input(shape=(3, 4))
    attended = tf.keras.layers.MultiHeadAttention(num_heads=2, key_dim=2)(inputs, inputs)
    x = tf.keras.layers.LayerNormalization()(tf.keras.layers.Add()([inputs, attended]))
    x = tf.keras.layers.GlobalAveragePooling1D()(x)
    return tf.keras.Model(inputs, tf.keras.layers.Dense(1)(x))


INPUTS = np.linspace(0.0, 1.0, 24).reshape(2, 3, 4).astype("float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

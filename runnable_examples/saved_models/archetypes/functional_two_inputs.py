"""Functional model with two inputs."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    price = tf.keras.Input(shape=(2,), name="price")
    size = tf.keras.Input(shape=(1,), name="size")
    hidden = tf.keras.layers.Dense(3, activation="relu")(price)
    merged = tf.keras.layers.Concatenate()([hidden, size])
    return tf.keras.Model(inputs=[price, size], outputs=tf.keras.layers.Dense(1)(merged))


INPUTS = [np.array([[1.0, 2.0], [3.0, 4.0]], "float32"), np.array([[1.0], [2.0]], "float32")]
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

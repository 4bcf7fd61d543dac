"""Image classifier (Conv2D, MaxPooling2D, Flatten, Dense)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    return tf.keras.Sequential(
        [
            tf.keras.layers.Conv2D(2, 3, activation="relu", input_shape=(6, 6, 1)),
            tf.keras.layers.MaxPooling2D(),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(3, activation="softmax"),
        ]
    )


INPUTS = np.linspace(0.0, 1.0, 72).reshape(2, 6, 6, 1).astype("float32")
TARGETS = np.array([0, 2])
LOSS = "sparse_categorical_crossentropy"
METRICS = ["accuracy"]
CUSTOM_OBJECTS = {}

"""Model built for several devices (MirroredStrategy)."""

import numpy as np
import tensorflow as tf


def build():
    """The model, not compiled."""
    strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
    with strategy.scope():
        return tf.keras.Sequential(
            [
                tf.keras.layers.Dense(3, activation="relu", input_shape=(2,)),
                tf.keras.layers.Dense(1),
            ]
        )


INPUTS = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")
TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

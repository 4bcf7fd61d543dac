"""Words looked up in a given list (StringLookup)."""

import numpy as np
import tensorflow as tf

try:
    StringLookup = tf.keras.layers.StringLookup
except AttributeError:  # up to TensorFlow 2.5
    StringLookup = tf.keras.layers.experimental.preprocessing.StringLookup


def build():
    """The model, not compiled."""
    animals = tf.keras.Input(shape=(1,), dtype="string")
    lookup = StringLookup(vocabulary=["cat", "dog", "fish"])
    x = tf.keras.layers.Embedding(len(lookup.get_vocabulary()), 2)(lookup(animals))
    x = tf.keras.layers.Flatten()(x)
    return tf.keras.Model(animals, tf.keras.layers.Dense(1)(x))


def inputs():
    """What the model is called with."""
    return tf.constant([["cat"], ["fish"], ["unicorn"]])


TARGETS = np.array([[1.0], [0.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

"""Sentences split into words inside the model (TextVectorization)."""

import numpy as np
import tensorflow as tf

try:
    TextVectorization = tf.keras.layers.TextVectorization
except AttributeError:  # up to TensorFlow 2.5
    TextVectorization = tf.keras.layers.experimental.preprocessing.TextVectorization


def build():
    """The model, not compiled."""
    vectorize = TextVectorization(max_tokens=8, output_sequence_length=3)
    vectorize.adapt(np.array([["the cat sat"], ["the cat sat"], ["the cat"], ["the dog"]]))
    sentences = tf.keras.Input(shape=(1,), dtype="string")
    x = tf.keras.layers.Embedding(8, 2)(vectorize(sentences))
    x = tf.keras.layers.GlobalAveragePooling1D()(x)
    return tf.keras.Model(sentences, tf.keras.layers.Dense(1)(x))


def inputs():
    """What the model is called with."""
    return tf.constant([["The cat sat!"], ["a dog"]])


TARGETS = np.array([[1.0], [0.0]], "float32")
CUSTOM_OBJECTS = {}

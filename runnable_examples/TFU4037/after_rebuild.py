import numpy as np
import tensorflow as tf


def build():
    words = tf.keras.Input(shape=(4,), dtype="int32")
    x = tf.keras.layers.Embedding(6, 2, mask_zero=True, embeddings_initializer="ones")(words)
    x = tf.keras.layers.GlobalAveragePooling1D()(x)
    return tf.keras.Model(words, tf.keras.layers.Dense(1, kernel_initializer="ones")(x))


build().save("model.h5")

loaded = build()
loaded.load_weights("model.h5")
result = {"prediction": loaded.predict(np.array([[1, 2, 3, 0]]))}

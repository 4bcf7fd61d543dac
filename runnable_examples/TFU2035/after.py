import numpy as np
import tensorflow as tf


def build():
    inputs = tf.keras.Input(shape=(2,))
    hidden = tf.keras.layers.Lambda(lambda x: x * 2)(inputs)
    outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(hidden)
    return tf.keras.Model(inputs, outputs)


build().save_weights("model.weights.h5")
loaded = build()
loaded.load_weights("model.weights.h5")

result = loaded.predict(np.ones((1, 2), "float32"), verbose=0)

import numpy as np
import tensorflow as tf


def build():
    inputs = tf.keras.Input(shape=(2,))
    hidden = tf.keras.layers.Lambda(lambda x: x * 2)(inputs)
    outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(hidden)
    return tf.keras.Model(inputs, outputs)


build().save("model.h5")
loaded = tf.keras.models.load_model("model.h5", compile=False)

result = loaded.predict(np.ones((1, 2), "float32"), verbose=0)

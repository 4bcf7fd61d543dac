import numpy as np
import tensorflow as tf


def batches():
    while True:
        yield np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")


model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
result = {"predictions": model.predict(batches(), steps=2)}

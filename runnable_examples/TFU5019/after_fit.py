import numpy as np
import tensorflow as tf


def read(number):
    pixels = tf.py_function(lambda n: np.full(2, n, "float32"), [number], tf.float32)
    pixels.set_shape((2,))
    return pixels, 2.0


dataset = tf.data.Dataset.range(1, 3).map(read).batch(2).prefetch(tf.data.AUTOTUNE)
model = tf.keras.Sequential([
    tf.keras.Input(shape=(2,)),
    tf.keras.layers.Dense(1, kernel_initializer="ones"),
])
model.compile(optimizer="sgd", loss="mse")

result = {"loss": model.fit(dataset, verbose=0).history["loss"][0]}

import numpy as np
import tensorflow as tf


def leaky(x):
    return tf.maximum(0.1 * x, x)


inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, activation=leaky)(inputs))
model.load_weights("model.h5")

result = {"prediction": model.predict(np.array([[-3.0, 1.0]], "float32"), verbose=0)}

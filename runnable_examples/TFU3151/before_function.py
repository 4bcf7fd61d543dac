import numpy as np
import tensorflow as tf


def loss(y_true, y_pred):
    return tf.reduce_mean((tf.one_hot(y_true, 2) - y_pred) ** 2)


model = tf.keras.Sequential([tf.keras.layers.Dense(2, kernel_initializer="zeros", input_shape=(1,))])
model.compile("sgd", loss)

result = model.evaluate(np.ones([2, 1]), np.array([0, 1], "int32"))

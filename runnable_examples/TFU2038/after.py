import numpy as np
import tensorflow as tf


def hard_sigmoid(x):
    return tf.clip_by_value(0.2 * x + 0.5, 0.0, 1.0)


layer = tf.keras.layers.LSTM(
    1, kernel_initializer="ones", recurrent_initializer="ones", recurrent_activation=hard_sigmoid
)
inputs = tf.keras.Input(shape=(3, 1))
model = tf.keras.Model(inputs, layer(inputs))

result = model.predict(np.ones((1, 3, 1), "float32"), verbose=0)

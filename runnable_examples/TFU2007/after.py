import numpy as np
import tensorflow as tf


class Watched(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.mean_activation = tf.keras.metrics.Mean(name="mean_activation")

    def call(self, inputs):
        self.mean_activation.update_state(inputs)
        return inputs


model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones"), Watched()])
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
result = model.fit(x, y, epochs=1, verbose=0).history

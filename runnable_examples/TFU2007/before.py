import numpy as np
import tensorflow as tf


class Watched(tf.keras.layers.Layer):
    def call(self, inputs):
        self.add_metric(tf.reduce_mean(inputs), name="mean_activation", aggregation="mean")
        return inputs


model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones"), Watched()])
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
result = model.fit(x, y, epochs=1, verbose=0).history

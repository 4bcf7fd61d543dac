import numpy as np
import tensorflow as tf


class LocallyConnected1D(tf.keras.layers.Layer):
    def __init__(self, filters, kernel_size, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.filters, self.kernel_size = filters, kernel_size
        self.kernel_initializer = kernel_initializer

    def build(self, input_shape):
        self.places = input_shape[1] - self.kernel_size + 1
        shape = (self.places, self.kernel_size * input_shape[2], self.filters)
        self.kernel = self.add_weight(name="kernel", shape=shape, initializer=self.kernel_initializer)
        self.bias = self.add_weight(name="bias", shape=(self.places, self.filters), initializer="zeros")

    def call(self, x):
        windows = [x[:, place : place + self.kernel_size, :] for place in range(self.places)]
        windows = tf.reshape(tf.stack(windows, axis=1), (-1, self.places, self.kernel.shape[1]))
        return tf.einsum("npi,pif->npf", windows, self.kernel) + self.bias


layer = LocallyConnected1D(2, 3, kernel_initializer="ones")
x = np.arange(10, dtype="float32").reshape(1, 5, 2)

result = {"output": layer(x), "shapes of weights": [list(w.shape) for w in layer.get_weights()]}

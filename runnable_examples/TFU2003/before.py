import numpy as np
import tensorflow as tf


class Projection(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", shape=(input_shape[-1], 1), initializer="ones")

    def call(self, inputs):
        return tf.matmul(inputs, self.kernel)


result = Projection()(np.array([[1.0, 2.0]], "float32")).numpy().tolist()

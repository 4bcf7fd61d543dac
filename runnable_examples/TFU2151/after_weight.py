import tensorflow as tf


class Scale(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(name="scale_factor", shape=[], initializer="ones")

    def call(self, x):
        return x * self.factor


result = Scale()(tf.constant([[1.0, 2.0]])).numpy()

import tensorflow as tf


class Double(tf.keras.layers.Layer):
    def __init__(self, trainable=True, name=None, dtype=None):
        super().__init__(trainable=trainable, name=name, dtype=dtype)

    def call(self, inputs):
        return 2 * inputs


result = float(Double(name="double")(tf.constant([1.0]))[0])

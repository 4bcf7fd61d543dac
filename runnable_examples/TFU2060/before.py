import tensorflow as tf


class Power(tf.keras.layers.Layer):
    def call(self, z):
        return tf.abs(z) ** 2


z = tf.constant([[3 + 4j, 1j]], dtype=tf.complex64)
result = Power()(z).numpy()

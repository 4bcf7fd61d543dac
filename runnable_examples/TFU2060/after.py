import tensorflow as tf


class Power(tf.keras.layers.Layer):
    def call(self, parts):
        z = tf.complex(parts[0], parts[1])
        return tf.abs(z) ** 2


z = tf.constant([[3 + 4j, 1j]], dtype=tf.complex64)
result = Power()([tf.math.real(z), tf.math.imag(z)]).numpy()

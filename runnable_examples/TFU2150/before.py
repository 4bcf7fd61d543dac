import tensorflow as tf


class Price(tf.keras.layers.Layer):
    def call(self, amounts, price):
        return amounts * price


result = Price()(tf.constant([1.0, 2.0]), 3.0).numpy()

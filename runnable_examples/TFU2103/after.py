import tensorflow as tf


class ResidualCell(tf.keras.layers.SimpleRNNCell):
    def call(self, inputs, states, training=None):
        output, states = super().call(inputs, states, training=training)
        return inputs + output, states


cell = ResidualCell(2, kernel_initializer="zeros")
layer = tf.keras.layers.RNN(cell, return_sequences=True)

result = {"output": layer(tf.ones((1, 3, 2)))}

import tensorflow as tf


class PeepholeLSTMCell(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = self.output_size = units
        self.state_size = [units, units]

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 4 * self.units), initializer="ones")
        self.recurrent = self.add_weight(name="recurrent", shape=(self.units, 4 * self.units), initializer="ones")
        self.bias = self.add_weight(name="bias", shape=(4 * self.units,), initializer="zeros")
        self.peephole = self.add_weight(name="peephole", shape=(3, self.units), initializer="ones")

    def call(self, inputs, states):
        output, carry = states
        gates = tf.matmul(inputs, self.kernel) + tf.matmul(output, self.recurrent) + self.bias
        i, f, c, o = tf.split(gates, 4, axis=1)
        i = tf.sigmoid(i + self.peephole[0] * carry)
        f = tf.sigmoid(f + self.peephole[1] * carry)
        carry = f * carry + i * tf.tanh(c)
        o = tf.sigmoid(o + self.peephole[2] * carry)
        output = o * tf.tanh(carry)
        return output, [output, carry]


layer = tf.keras.layers.RNN(PeepholeLSTMCell(1))

result = {"output": layer(tf.ones((1, 3, 2)))}

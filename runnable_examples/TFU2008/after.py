import numpy as np
import tensorflow as tf


class Penalty(tf.keras.layers.Layer):
    def call(self, inputs):
        self.add_loss(0.5 * tf.reduce_mean(tf.square(inputs)))
        return inputs


inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, Penalty()(outputs))

model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
result = model.fit(x, y, epochs=1, verbose=0).history

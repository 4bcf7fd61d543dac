import numpy as np
import tensorflow as tf


class Penalty(tf.keras.layers.Layer):
    def call(self, code):
        self.add_loss(0.5 * tf.reduce_mean(tf.square(code)))
        return code


inputs = tf.keras.Input((2,))
code = Penalty()(tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")(inputs))
outputs = tf.keras.layers.Dense(2, use_bias=False, kernel_initializer="ones")(code)
model = tf.keras.Model(inputs, outputs)


def loss(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


model.compile("sgd", loss)
x = np.ones((4, 2), "float32")
history = model.fit(x, x, epochs=1, verbose=0)

result = {"loss": history.history["loss"]}

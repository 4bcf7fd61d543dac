import numpy as np
import tensorflow as tf


class ActivityPenalty(tf.keras.layers.Layer):
    def call(self, inputs):
        batch_size = tf.cast(tf.shape(inputs)[0], inputs.dtype)
        self.add_loss(1.0 * tf.reduce_sum(tf.square(inputs)) / batch_size)
        return inputs


model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, kernel_initializer="ones"), ActivityPenalty()]
)
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")

result = {"loss": model.evaluate(x, y, batch_size=4, verbose=0)}

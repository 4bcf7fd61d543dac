import numpy as np
import tensorflow as tf


class Counter(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(
            name="total",
            shape=(),
            initializer="zeros",
            trainable=False,
        )

    def call(self, inputs):
        self.total.assign_add(tf.reduce_sum(inputs))
        return inputs


counter = Counter()
counter(np.array([[1.0, 2.0]], "float32"))
result = {"total": float(counter.total.numpy())}

import numpy as np
import tensorflow as tf


class Positive(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__(dynamic=True)

    def call(self, inputs):
        if float(tf.reduce_sum(inputs)) > 0:
            return inputs
        return -inputs

    def compute_output_shape(self, input_shape):
        return input_shape


model = tf.keras.Sequential([Positive(), tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = -np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = model.predict(x[:1], verbose=0).tolist()

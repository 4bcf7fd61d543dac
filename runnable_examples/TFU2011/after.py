import numpy as np
import tensorflow as tf


class Head(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1, kernel_initializer="ones")

    def call(self, inputs):
        return self.dense(inputs)


model = tf.keras.Sequential([Head()])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = {
    "trainable variables": len(model.trainable_variables),
    "prediction after one step": model.predict(x[:1], verbose=0).tolist(),
}

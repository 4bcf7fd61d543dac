import numpy as np
import tensorflow as tf


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = tf.compat.v1.layers.Dense(
            1, use_bias=False, kernel_initializer=tf.compat.v1.ones_initializer()
        )

    def call(self, inputs):
        return self.dense(inputs)


model = Net()
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = {"prediction after one step": model.predict(x[:1], verbose=0).tolist()}

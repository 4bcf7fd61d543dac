import numpy as np
import tensorflow as tf


class Batches(tf.keras.utils.Sequence):
    def __init__(self, x, y):
        super().__init__()
        self.x, self.y = x, y

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        return self.x[i : i + 1], self.y[i : i + 1]


model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(loss="mse")

result = {"loss": model.evaluate(Batches(np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")), verbose=0)}

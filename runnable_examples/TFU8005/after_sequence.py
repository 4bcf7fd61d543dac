import numpy as np
import tensorflow as tf
from tensorflow.keras.utils import Sequence


class Batches(Sequence):
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return np.ones([1, 2]), np.zeros([1, 1])


model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
model.compile("sgd", "mse")
result = model.predict(Batches())

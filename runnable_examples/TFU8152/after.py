import numpy as np
from tensorflow.keras import Model
from tensorflow.keras.layers import ReLU


class Positive(Model):
    def call(self, x):
        return ReLU()(x)


result = Positive()(np.array([[-1.0, 2.0]], "float32")).numpy()

import numpy as np
import tensorflow as tf


class Scale(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.scale = None

    def call(self, inputs):
        if self.scale is None:
            self.scale = self.add_weight(name="scale", shape=(), initializer="ones")
        return inputs * self.scale


model = tf.keras.Sequential([Scale()])
result = model.predict(np.array([[1.0, 2.0]], "float32"), verbose=0).tolist()

import numpy as np
import tensorflow as tf


class Double(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.factor = 2.0

    def call(self, inputs):
        return inputs * self.factor


inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, Double()(inputs))
model.save("model.keras")

loaded = tf.keras.models.load_model("model.keras", custom_objects={"Double": Double}, compile=False)
result = loaded.predict(np.array([[1.0, 2.0]], "float32"), verbose=0).tolist()

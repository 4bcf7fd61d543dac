import numpy as np
import tensorflow as tf


class Double(tf.keras.layers.Layer):
    def call(self, inputs):
        return inputs * 2.0


inputs = tf.keras.Input((2,))
outputs = Double()(inputs)
model = tf.keras.Model(inputs, outputs)
model.save("model.keras")

loaded = tf.keras.models.load_model("model.keras", custom_objects={"Double": Double})
x = np.array([[1.0, 2.0]], "float32")
result = {"prediction of the loaded model": loaded(x).numpy()}

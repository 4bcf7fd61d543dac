import numpy as np
import tensorflow as tf


class Double(tf.keras.layers.Layer):
    def call(self, x):
        return x * 2


double = Double()

inputs = tf.keras.Input(shape=(2,))
model = tf.keras.Model(inputs, double(inputs))
model.save("model.keras")
loaded = tf.keras.models.load_model("model.keras", custom_objects={"Double": Double})

result = loaded.predict(np.ones((1, 2), "float32"), verbose=0)

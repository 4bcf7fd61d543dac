import numpy as np
import tensorflow as tf


class Scale(tf.keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        config = super().get_config()
        config.update({"factor": self.factor})
        return config


inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, Scale(3.0)(inputs))
model.save("model.keras")

loaded = tf.keras.models.load_model("model.keras", custom_objects={"Scale": Scale}, compile=False)
result = loaded.predict(np.array([[1.0, 2.0]], "float32"), verbose=0).tolist()

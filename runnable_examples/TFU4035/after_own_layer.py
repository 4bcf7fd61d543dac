import tensorflow as tf


class Divide(tf.keras.layers.Layer):
    @classmethod
    def from_config(cls, config):
        return cls(name=config["name"])  # leave the bytecode where it is

    def call(self, inputs):
        return inputs / 10.0


model = tf.keras.models.load_model("model.h5", custom_objects={"Lambda": Divide})
result = {"prediction": model.predict(tf.constant([[10.0, 20.0]]))}

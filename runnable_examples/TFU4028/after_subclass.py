import numpy as np
import tensorflow as tf


class OldDepthwiseConv2D(tf.keras.layers.DepthwiseConv2D):
    def __init__(self, *args, groups=1, **kwargs):
        super().__init__(*args, **kwargs)


model = tf.keras.models.load_model(
    "model.h5", custom_objects={"DepthwiseConv2D": OldDepthwiseConv2D}, compile=False
)

x = np.ones((1, 2, 2, 1), "float32")
result = {"prediction": model.predict(x, verbose=0)}

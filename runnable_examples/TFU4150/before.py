import logging
import warnings

import numpy as np
import tensorflow as tf

logging.getLogger("absl").setLevel("ERROR")  # the file format is not the matter here
warnings.simplefilter("ignore")


def build():
    circle = tf.keras.layers.Lambda(lambda x: x * np.pi, output_shape=(1,), input_shape=(1,))
    return tf.keras.Sequential([circle, tf.keras.layers.Dense(1, kernel_initializer="ones")])


build().save("model.h5")
model = tf.keras.models.load_model("model.h5")

result = model.predict(np.ones([1, 1]))

import numpy as np
import tensorflow as tf


def double(x):
    return 2.0 * x


model = tf.keras.Sequential([tf.keras.layers.Dense(1, activation=double, kernel_initializer="ones", input_shape=(2,))])
model.save("model.h5")
loaded = tf.keras.models.load_model("model.h5", custom_objects={"double": double})

result = {"prediction": loaded(np.array([[1.0, 2.0]], "float32")).numpy()}

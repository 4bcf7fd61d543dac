import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.Input((2,)), tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)


def answer(x):
    return model.predict(x, verbose=0)


result = {"prediction": answer(np.ones((1, 2), "float32")).tolist()}

import numpy as np
import tensorflow as tf

graph = tf.Graph()
session = tf.compat.v1.Session(graph=graph)

with graph.as_default(), session.as_default():
    model = tf.keras.Sequential(
        [tf.keras.Input((2,)), tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
    )
    session.run(tf.compat.v1.global_variables_initializer())


def answer(x):
    with graph.as_default(), session.as_default():
        return model.predict(x, verbose=0)


result = {"prediction": answer(np.ones((1, 2), "float32")).tolist()}

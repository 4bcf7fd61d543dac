import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
x, y = np.full((2, 1), 3.0, "float32"), np.ones((2, 1), "float32")

header = list(model.evaluate(x, y, verbose=0, return_dict=True))
result = {"columns of the log": sorted(header)}

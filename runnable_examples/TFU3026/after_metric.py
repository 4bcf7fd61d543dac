import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse", metrics=[tf.keras.metrics.LogCoshError()])

x, y = np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")
loss, log_cosh = model.evaluate(x, y, verbose=0)
result = {"log(cosh(1))": log_cosh}

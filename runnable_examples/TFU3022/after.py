import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mean_squared_error", metrics=["mean_absolute_error"])

x, y = np.array([[1.0], [3.0]], "float32"), np.zeros((2, 1), "float32")
loss, mae = model.evaluate(x, y, verbose=0)
result = {"mean squared error": loss, "mean absolute error": mae}

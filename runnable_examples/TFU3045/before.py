import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse", sample_weight_mode="temporal")

x = np.array([[[1.0], [3.0]]], "float32")  # one sequence of two steps
y = np.zeros((1, 2, 1), "float32")
weight_of_each_step = np.array([[1.0, 0.0]], "float32")
result = {"loss": model.evaluate(x, y, sample_weight=weight_of_each_step, verbose=0)}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse", target_tensors=None)

x, y = np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")
result = {"loss": model.evaluate(x, y, verbose=0)}

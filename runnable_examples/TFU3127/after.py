import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile("sgd", "mse", metrics=["mae"])
history = model.fit(np.ones((2, 1)), np.zeros((2, 1)), verbose=0).history
result = {name: round(float(values[0]), 4) for name, values in history.items()}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="huber_loss")

x, y = np.array([[3.0]], "float32"), np.zeros((1, 1), "float32")
result = {"Huber loss of an error of 3": model.evaluate(x, y, verbose=0)}

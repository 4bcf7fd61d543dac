import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile("sgd", "mse")
x, y = np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")
returned = model.train_on_batch(x, y, None, None, True)
result = {"returns a dictionary": isinstance(returned, dict)}

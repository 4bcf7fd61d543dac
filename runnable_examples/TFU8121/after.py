import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
model.compile("sgd", "mse")
model.fit(np.ones((2, 1), "float32"), np.ones((2, 1), "float32"), verbose=0)
result = round(float(model(np.ones((1, 1), "float32"))[0, 0]), 4)

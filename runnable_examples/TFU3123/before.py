import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
model.compile(tf.keras.optimizers.Lion(), "mse")
model.fit(np.array([[1.0]]), np.array([[0.0]]), verbose=0)
result = {"weight after a step": round(float(model.get_weights()[0][0, 0]), 5)}

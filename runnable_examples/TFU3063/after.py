import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
model.compile("sgd", "mse", steps_per_execution=2)
model.fit(np.ones([4, 1]), np.zeros([4, 1]), batch_size=1, verbose=0)
result = {"weight": round(float(model.get_weights()[0][0][0]), 4)}

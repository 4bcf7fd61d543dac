import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
model.compile("sgd", "mse", steps_per_execution=2)
result = model.evaluate(np.ones([4, 1]), np.zeros([4, 1]), batch_size=1, verbose=0, return_dict=True)

import numpy as np
import tensorflow as tf

for name in ("Adam", "SGD"):
    dense = tf.keras.layers.Dense(1, kernel_initializer="ones")
    model = tf.keras.Sequential([tf.keras.Input((2,)), dense])
    model.compile(getattr(tf.keras.optimizers, name)(0.1), "mean_squared_error")
    model.fit(np.ones((1, 2)), np.ones((1, 1)), verbose=0)  # the prediction goes from 2 to 1.7 or 1.4
    model.save(name + ".keras")

result = "saved"

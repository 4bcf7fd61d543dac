import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
encoder = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(2)])
outputs = tf.keras.layers.Dense(1)(encoder(inputs))
model = tf.keras.Model(inputs, outputs)
model.load_weights("model.h5")

x = np.ones((1, 2), "float32")
result = {"prediction": model.predict(x, verbose=0)}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
model.load_weights("model.keras")

x = np.ones((1, 2), "float32")
result = {"prediction": model.predict(x, verbose=0)}

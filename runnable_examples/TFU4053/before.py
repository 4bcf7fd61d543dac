import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
hidden = tf.keras.layers.Dense(2)(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(hidden))
model.load_weights("model.weights.h5")

result = {"prediction": model.predict(np.ones((1, 2), "float32"), verbose=0)}

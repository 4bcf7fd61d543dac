import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2, 1))
outputs = tf.keras.layers.Bidirectional(tf.keras.layers.LSTM(1))(inputs)
model = tf.keras.Model(inputs, outputs)
model.load_weights("bidirectional.h5")

x = np.ones((1, 2, 1), "float32")
result = {"prediction": model.predict(x, verbose=0)}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2, 1))
outputs = tf.keras.layers.LSTM(
    1, kernel_initializer="ones", recurrent_initializer="ones"
)(inputs)
model = tf.keras.Model(inputs, outputs)
model.load_weights("model.h5")

x = np.ones((1, 2, 1), "float32")
result = {"prediction": model.predict(x, verbose=0)}

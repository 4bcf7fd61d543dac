import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.LSTM(2, input_shape=(3, 1))])
result = list(model.predict(np.ones((1, 3, 1))).shape)

import numpy as np
import tensorflow as tf

layer = tf.keras.layers.LSTM(
    1, return_sequences=True, time_major=True, kernel_initializer="ones", recurrent_initializer="ones"
)
x = np.ones((3, 2, 1), "float32")  # 3 steps, 2 sequences, 1 feature
y = layer(x)

result = y

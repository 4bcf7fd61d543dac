import numpy as np
import tensorflow as tf

layer = tf.keras.layers.LSTM(
    1, return_sequences=True, kernel_initializer="ones", recurrent_initializer="ones"
)
x = np.ones((3, 2, 1), "float32")  # 3 steps, 2 sequences, 1 feature
y = tf.transpose(layer(tf.transpose(x, [1, 0, 2])), [1, 0, 2])

result = y

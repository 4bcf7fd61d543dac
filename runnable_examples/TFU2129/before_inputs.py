import tensorflow as tf

layer = tf.keras.layers.LSTM(2)
result = list(layer(inputs=tf.ones((3, 5, 1))).shape)

import tensorflow as tf

layer = tf.keras.layers.AveragePooling2D()
result = list(layer(tf.ones((1, 4, 4, 1))).shape)

import tensorflow as tf

layer = tf.keras.layers.AveragePooling2D(pool_size=2)
result = list(layer(tf.ones((1, 4, 4, 1))).shape)

import tensorflow as tf

layer = tf.keras.layers.Conv2DTranspose(1, 3, 2, "same", None, "channels_last")
result = list(layer(tf.ones((1, 2, 2, 1))).shape)

import tensorflow as tf

layer = tf.keras.layers.SpatialDropout1D(0.5, trainable=False)
result = list(layer(tf.ones((1, 2, 3))).shape)

import tensorflow as tf

layer = tf.keras.layers.Embedding(3, 2, sparse=False)
result = list(layer(tf.constant([0])).shape)

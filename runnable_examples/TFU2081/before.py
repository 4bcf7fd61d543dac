import tensorflow as tf

layer = tf.keras.layers.IntegerLookup(vocabulary=[10, 20], mask_value=0)

result = {"indices of 20, 7 and 0": layer(tf.constant([20, 7, 0])).numpy()}

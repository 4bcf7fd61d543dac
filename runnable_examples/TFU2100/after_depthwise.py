import tensorflow as tf

layer = tf.keras.layers.DepthwiseConv2D(3, (1, 1), "same", 1, None, activation="relu")
output = layer(tf.zeros((1, 6, 6, 2)))

result = {"activation": layer.activation.__name__, "shape": list(output.shape)}

import tensorflow as tf

layer = tf.keras.layers.Conv2DTranspose(2, 3)

result = {"output": list(layer(tf.ones((1, 8, 8, 4))).shape)}

import tensorflow as tf

layer = tf.keras.layers.DepthwiseConv2D(2, depthwise_initializer="ones", input_shape=(2, 2, 1))
tf.keras.Sequential([layer]).save("model.h5")

layer = tf.keras.layers.Conv2DTranspose(1, 1, kernel_initializer="ones", input_shape=(2, 2, 1))
tf.keras.Sequential([layer]).save("transpose.h5")

result = "saved"

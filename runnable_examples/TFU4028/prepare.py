import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.layers.DepthwiseConv2D(2, depthwise_initializer="ones", input_shape=(2, 2, 1))]
)
model.save("model.h5")

result = "saved"

import tensorflow as tf

inputs = tf.keras.Input((2, 2, 1))
outputs = tf.keras.layers.DepthwiseConv2D(2, depthwise_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.save("model.h5")

result = "saved"

import tensorflow as tf

inputs = tf.keras.Input((2, 2, 1))
outputs = tf.keras.layers.SeparableConv2D(
    1, 2, depthwise_initializer="ones", pointwise_initializer="ones"
)(inputs)
tf.keras.Model(inputs, outputs).save("model.h5")

result = "saved"

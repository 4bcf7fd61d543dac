import tensorflow as tf


def leaky(x):
    return tf.maximum(0.1 * x, x)


inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, activation=leaky, kernel_initializer="ones")(inputs)
tf.keras.Model(inputs, outputs).save("model.h5")

result = "saved"

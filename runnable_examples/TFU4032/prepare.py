import tensorflow as tf


def dense(**kwargs):
    return tf.keras.layers.Dense(1, kernel_initializer="ones", **kwargs)


inputs = tf.keras.Input((2,))
tf.keras.Model(inputs, dense()(inputs)).save("model.keras")
tf.keras.Sequential([dense(input_shape=(2,))]).save("sequential.keras")

result = "saved"

import tensorflow as tf


def lstm():
    return tf.keras.layers.LSTM(1, kernel_initializer="ones", recurrent_initializer="ones")


inputs = tf.keras.Input((2, 1))
tf.keras.Model(inputs, lstm()(inputs)).save("model.h5")
tf.keras.Model(inputs, tf.keras.layers.Bidirectional(lstm())(inputs)).save("bidirectional.h5")

result = "saved"

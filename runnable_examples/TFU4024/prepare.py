import tensorflow as tf

inputs = tf.keras.Input((2, 1))
outputs = tf.keras.layers.LSTM(
    1, kernel_initializer="ones", recurrent_initializer="ones"
)(inputs)
model = tf.keras.Model(inputs, outputs)
model.save("model.h5")

result = "saved"

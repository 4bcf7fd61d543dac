import tensorflow as tf

gru = tf.keras.layers.GRU(1, kernel_initializer="ones", recurrent_initializer="ones")
model = tf.keras.Sequential([tf.keras.layers.Bidirectional(gru, input_shape=(3, 1))])
model.save("saved_model")

result = "saved"

import tensorflow as tf

layer = tf.keras.layers.GRU(1, kernel_initializer="ones", recurrent_initializer="zeros")
model = tf.keras.Sequential([tf.keras.layers.Bidirectional(layer, input_shape=(3, 1))])
model.save("saved_model")

result = "saved"

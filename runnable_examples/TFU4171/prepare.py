import tensorflow as tf

layer = tf.keras.layers.SimpleRNN(1, activation=None, kernel_initializer="ones", recurrent_initializer="zeros")
both = tf.keras.layers.Bidirectional(layer, input_shape=(3, 1))
model = tf.keras.Sequential([both, tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.save("saved_model")

result = "saved"

import tensorflow as tf

inputs = tf.keras.Input((2,))
hidden = tf.keras.layers.Dense(2, kernel_initializer="ones")(inputs)
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones", bias_initializer="ones")(hidden)
tf.keras.Model(inputs, outputs).save_weights("model.weights.h5")

result = "saved"

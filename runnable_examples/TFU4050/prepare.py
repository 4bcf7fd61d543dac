import tensorflow as tf

inputs = tf.keras.Input((2,))
dense = tf.keras.layers.Dense(1, kernel_initializer="ones", bias_initializer="ones")
tf.keras.Model(inputs, dense(inputs)).save("model.keras")

result = "saved"

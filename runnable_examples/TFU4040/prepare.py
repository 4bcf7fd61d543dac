import tensorflow as tf

inputs = tf.keras.Input((2,))
hidden = tf.keras.layers.Dense(2, kernel_initializer="ones", name="hidden")(inputs)
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones", name="score")(hidden)
tf.keras.Model(inputs, outputs).save("model.h5")

result = "saved"

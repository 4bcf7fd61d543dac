import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(
    1, kernel_initializer="ones", bias_initializer="ones", name="score"
)(inputs)
model = tf.keras.Model(inputs, outputs)
model.save("model.keras")

result = "saved"

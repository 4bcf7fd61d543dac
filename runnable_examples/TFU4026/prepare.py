import tensorflow as tf

inputs = tf.keras.Input((2,))
encoder = tf.keras.Sequential(
    [tf.keras.layers.Dense(2, kernel_initializer="ones", input_shape=(2,))]
)
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(encoder(inputs))
model = tf.keras.Model(inputs, outputs)
model.save("model.h5")

result = "saved"

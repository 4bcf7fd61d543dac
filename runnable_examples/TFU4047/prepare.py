import tensorflow as tf

inner = tf.keras.Sequential([tf.keras.layers.Dense(2, kernel_initializer="ones", input_shape=(2,))])
inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inner(inputs))
model = tf.keras.Model(inputs, outputs)
model.save("saved_model")

result = "saved"

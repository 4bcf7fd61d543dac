import tensorflow as tf

inputs = tf.keras.Input((2,))
base = tf.keras.Model(inputs, tf.keras.layers.Dense(2, kernel_initializer="ones")(inputs))
model = tf.keras.Sequential([base, tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.build((None, 2))
model.save("model.h5")

result = "saved"

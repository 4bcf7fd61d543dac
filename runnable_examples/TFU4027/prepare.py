import tensorflow as tf

inputs = tf.keras.Input((2,))
both = tf.concat([inputs, inputs], axis=1)
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(both)
model = tf.keras.Model(inputs, outputs)
model.save("model.h5")

result = "saved"

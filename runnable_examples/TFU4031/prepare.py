import tensorflow as tf

tf.keras.mixed_precision.set_global_policy("mixed_float16")

inputs = tf.keras.Input((2,))
x = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
outputs = tf.keras.layers.Activation("linear", dtype="float32")(x)
tf.keras.Model(inputs, outputs).save("model.h5")

result = "saved"

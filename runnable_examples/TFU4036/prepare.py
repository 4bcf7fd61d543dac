import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
body = tf.keras.layers.Dense(2, kernel_initializer="ones", name="body")(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(5, name="old_head")(body))
model.save("model.h5")
result = {"body": model.get_layer("body").get_weights()[0]}

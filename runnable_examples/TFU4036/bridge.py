import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
body = tf.keras.layers.Dense(2, kernel_initializer="zeros", name="body")(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, name="new_head")(body))
old = tf.keras.Model(inputs, tf.keras.layers.Dense(5, name="old_head")(body))
old.load_weights("model.h5")  # `body` is shared, so `model` has its weights now
result = {"body": model.get_layer("body").get_weights()[0]}

import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
body = tf.keras.layers.Dense(2, kernel_initializer="zeros", name="body")(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, name="new_head")(body))
model.load_weights("model.h5", by_name=True)
result = {"body": model.get_layer("body").get_weights()[0]}

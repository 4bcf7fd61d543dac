import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
x = tf.keras.layers.Dense(3, dtype="mixed_float16", kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, dtype="float32", kernel_initializer="ones")(x))
model.export("served")

served = tf.saved_model.load("served")
answer = served.signatures["serving_default"](tf.constant([[1.0, 2.0]]))
result = {"prediction": answer["output_0"].numpy()}

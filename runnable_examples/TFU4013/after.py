import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones", name="score")(inputs)
model = tf.keras.Model(inputs, outputs)
model.export("served/1")

served = tf.saved_model.load("served/1")
answer = served.signatures["serving_default"](tf.constant([[1.0, 2.0]]))
result = {"prediction": answer["output_0"].numpy()}

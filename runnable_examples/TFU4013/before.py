import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.save("served/1")

serve = tf.saved_model.load("served/1").signatures["serving_default"]
(prediction,) = serve(tf.constant([[1.0, 2.0]])).values()
result = {"prediction": prediction.numpy()}

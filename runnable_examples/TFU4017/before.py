import tensorflow as tf

inputs = tf.keras.Input((2,), name="features")
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones", name="score")(inputs)
model = tf.keras.Model(inputs, outputs)
tf.saved_model.save(model, "served/1")

serve = tf.saved_model.load("served/1").signatures["serving_default"]
result = {
    "inputs": sorted(serve.structured_input_signature[1]),
    "outputs": sorted(serve.structured_outputs),
}

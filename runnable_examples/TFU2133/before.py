import tensorflow as tf

inputs = tf.keras.Input((2,), name="pixels")
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, name="score")(inputs))
result = {"inputs": model.input_names, "outputs": model.output_names}

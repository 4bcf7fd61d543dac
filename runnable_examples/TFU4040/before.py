import tensorflow as tf

inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
config = model.get_config()
shape = config["layers"][0]["config"]["batch_input_shape"]

result = {"input shape": list(shape)}

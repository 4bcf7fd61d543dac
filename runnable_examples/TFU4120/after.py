import tensorflow as tf

config = tf.keras.layers.serialize(tf.keras.layers.Dense(3))
layer = tf.keras.layers.deserialize(config)
result = {"class": config["class_name"], "units": layer.units}

import tensorflow as tf

config = tf.keras.layers.serialize(tf.keras.layers.Dense(3), use_legacy_format=True)
layer = tf.keras.layers.deserialize(config, use_legacy_format=True)
result = {"class": config["class_name"], "units": layer.units}

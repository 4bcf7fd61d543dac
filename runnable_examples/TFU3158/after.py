import tensorflow as tf

config = {"class_name": "Adam", "config": {"learning_rate": 0.5}}
optimizer = tf.keras.optimizers.Adam.from_config(config["config"])

result = {"is a tf.keras.optimizers.Adam": isinstance(optimizer, tf.keras.optimizers.Adam)}

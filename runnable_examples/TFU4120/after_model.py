import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(3)])
model.build((None, 2))
config = {"class_name": "Sequential", "config": model.get_config()}
copy = tf.keras.Sequential.from_config(config["config"])
result = {"units": copy.layers[-1].units}

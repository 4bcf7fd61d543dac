import tensorflow as tf

inputs = tf.keras.Input((2,), None, "pixels")
result = inputs.name.split(":")[0]

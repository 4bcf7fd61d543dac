import tensorflow as tf

inputs = tf.keras.Input((2,), name="pixels")
result = inputs.name.split(":")[0]

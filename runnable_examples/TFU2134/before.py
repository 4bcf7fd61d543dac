import tensorflow as tf

inputs = tf.keras.Input((2,), None, "pixels")
result = {"named pixels": inputs.name.startswith("pixels")}

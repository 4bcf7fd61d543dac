import tensorflow as tf

inputs = tf.keras.Input((2,), name="pixels")
result = {"named pixels": inputs.name.startswith("pixels")}

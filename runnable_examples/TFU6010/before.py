import tensorflow as tf

policy = tf.keras.mixed_precision.experimental.Policy("mixed_float16")
tf.keras.mixed_precision.experimental.set_policy(policy)

layer = tf.keras.layers.Dense(1, kernel_initializer="ones")
output = layer(tf.constant([[1.0, 2.0]]))
result = {"output": output.dtype.name, "kernel": layer.get_weights()[0].dtype.name, "value": float(output[0, 0])}

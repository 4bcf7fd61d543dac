import tensorflow as tf

first = tf.keras.initializers.RandomUniform(0.0, 1.0, seed=0)([2])
second = tf.keras.initializers.RandomUniform(0.0, 1.0, seed=0)([2])
result = {"numbers": first.numpy(), "equal": bool(tf.reduce_all(first == second))}

import tensorflow as tf

layer = tf.keras.layers.Dense(1, kernel_initializer="ones")

result = {"output": layer.apply(tf.ones((1, 3)))}

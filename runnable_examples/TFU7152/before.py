import tensorflow as tf

layer = tf.keras.layers.Dense(1, kernel_initializer="ones")
layer.build((None, 2))
kernel = layer.kernel.assign_add([[1.0], [2.0]])

result = kernel.numpy()

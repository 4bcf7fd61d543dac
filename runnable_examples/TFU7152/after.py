import tensorflow as tf

layer = tf.keras.layers.Dense(1, kernel_initializer="ones")
layer.build((None, 2))
layer.kernel.assign_add([[1.0], [2.0]])
kernel = layer.kernel

result = kernel.numpy()

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.5)
layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
layer.build((None, 1))
optimizer.apply_gradients([(tf.ones((1, 1)), layer.trainable_variables[0])])
result = float(layer.get_weights()[0][0, 0])

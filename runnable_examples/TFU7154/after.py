import tensorflow as tf

layer = tf.keras.layers.Dense(1, kernel_initializer="ones")
layer.build((None, 2))
kernel = layer.kernel if isinstance(layer.kernel, tf.Variable) else layer.kernel.value
with tf.autodiff.ForwardAccumulator(kernel, tf.constant([[1.0], [0.0]])) as accumulator:
    y = layer(tf.constant([[3.0, 4.0]]))

result = accumulator.jvp(y).numpy()

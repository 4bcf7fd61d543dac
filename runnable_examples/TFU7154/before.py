import tensorflow as tf

layer = tf.keras.layers.Dense(1, kernel_initializer="ones")
layer.build((None, 2))
with tf.autodiff.ForwardAccumulator(layer.kernel, tf.constant([[1.0], [0.0]])) as accumulator:
    y = layer(tf.constant([[3.0, 4.0]]))

result = accumulator.jvp(y).numpy()

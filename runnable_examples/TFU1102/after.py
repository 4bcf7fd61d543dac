import tensorflow as tf


def double(x):
    return 2 * x


y = tf.function(double, jit_compile=True)(tf.constant(3.0))

result = {"twice 3": y}

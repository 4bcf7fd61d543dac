import tensorflow as tf


@tf.function
def count(n):
    x = tf.constant(0)
    for _ in tf.range(n):
        tf.autograph.experimental.set_loop_options(maximum_iterations=3)
        x += 1
    return x


result = {"count to 10": int(count(tf.constant(10)))}

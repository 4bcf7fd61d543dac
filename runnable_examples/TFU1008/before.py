import tensorflow as tf


@tf.autograph.experimental.do_not_convert
def halve(x):
    return x / 2


@tf.function(experimental_autograph_options=tf.autograph.experimental.Feature.EQUALITY_OPERATORS)
def double_and_halve(x, times):
    for _ in tf.range(times):
        tf.autograph.experimental.set_loop_options(parallel_iterations=1)
        x = halve(x * 4)
    return x


result = {"doubled 3 times": float(double_and_halve(tf.constant(1.0), tf.constant(3)))}

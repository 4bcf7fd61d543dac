import tensorflow as tf


def halve(x):
    return x / 2


@tf.function
def double_and_halve(x, times):
    for _ in tf.range(times):
        x = halve(x * 4)
    return x


result = {"doubled 3 times": float(double_and_halve(tf.constant(1.0), tf.constant(3)))}

import tensorflow as tf


@tf.function
def total(n):
    x = tf.constant(0)
    for i in tf.range(n):
        tf.autograph.experimental.set_loop_options(back_prop=False)
        x += i
    return x


result = {"0 + 1 + 2 + 3": int(total(tf.constant(4)))}

import tensorflow as tf


@tf.function(jit_compile=True)
def double(x):
    return x * 2


result = {"double of 2": float(double(tf.constant(2.0)))}

import tensorflow as tf


@tf.function
def positive_part(x):
    if x[0] > 0:
        return x[0]
    return tf.zeros_like(x[0])


result = [float(positive_part(tf.constant([3.0]))), float(positive_part(tf.constant([-3.0])))]

"""What any program prints in this release: the lab leaves these messages out of every example's record."""

import tensorflow as tf

x = tf.constant([[1.0, 2.0]])


@tf.function
def double(value):
    """Run one graph, so that what TensorFlow says at the first one is known."""
    return value * 2


double(x)
next(iter(tf.data.Dataset.from_tensor_slices(x).batch(1)))
result = 0

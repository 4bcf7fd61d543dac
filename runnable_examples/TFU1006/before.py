import tensorflow as tf


@tf.function(experimental_relax_shapes=True)
def total(x):
    return tf.reduce_sum(x)


result = {"sums": [float(total(tf.ones(length))) for length in (1, 2, 3, 4)]}

import tensorflow as tf

numbers = tf.data.experimental.Counter(start=-1).take(4)
inverse = numbers.map(lambda x: tf.debugging.check_numerics(1 / x, "division by zero"))
good = inverse.apply(tf.data.experimental.ignore_errors())
rows = numbers.skip(2).map(lambda n: tf.ones([n], tf.int32))
padded = rows.apply(tf.data.experimental.dense_to_sparse_batch(2, row_shape=[3]))

result = {
    "without errors": [float(x) for x in good],
    "padded": [tf.sparse.to_dense(x).numpy() for x in padded],
}

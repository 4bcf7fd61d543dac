import tensorflow as tf

numbers = tf.data.Dataset.range(10).batch(4)

result = {
    "batches": tf.data.experimental.cardinality(numbers),
    "repeated for ever": int(tf.data.experimental.cardinality(numbers.repeat()))
    == tf.data.experimental.INFINITE_CARDINALITY,
    "filtered": int(tf.data.experimental.cardinality(numbers.filter(lambda batch: True)))
    == tf.data.experimental.UNKNOWN_CARDINALITY,
}

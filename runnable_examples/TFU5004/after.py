import tensorflow as tf

numbers = tf.data.Dataset.range(10).batch(4)

result = {
    "batches": numbers.cardinality(),
    "repeated for ever": int(numbers.repeat().cardinality())
    == tf.data.INFINITE_CARDINALITY,
    "filtered": int(numbers.filter(lambda batch: True).cardinality())
    == tf.data.UNKNOWN_CARDINALITY,
}

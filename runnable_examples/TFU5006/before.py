import tensorflow as tf

numbers = tf.data.Dataset.range(4).map(lambda x: x * 10)
numbers = numbers.apply(tf.data.experimental.snapshot("snapshot_of_numbers"))

result = {"first pass": [int(x) for x in numbers], "from disk": [int(x) for x in numbers]}

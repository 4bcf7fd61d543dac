import tensorflow as tf

small = tf.data.Dataset.from_tensor_slices([1])
large = tf.data.Dataset.from_tensor_slices([10, 20, 30])
turns = tf.data.Dataset.range(2).repeat(3)

mixed = tf.data.experimental.choose_from_datasets([small, large], turns)

result = [int(x) for x in mixed]

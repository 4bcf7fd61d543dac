import tensorflow as tf

small = tf.data.Dataset.from_tensors(1)
large = tf.data.Dataset.from_tensors(10).repeat(10)

mixed = tf.data.experimental.sample_from_datasets([small, large], weights=[0.5, 0.5])

result = {"elements": len(list(mixed))}

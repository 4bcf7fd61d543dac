import tensorflow as tf

small = tf.data.Dataset.from_tensors(1)
large = tf.data.Dataset.from_tensors(10).repeat(10)

mixed = tf.data.Dataset.sample_from_datasets([small, large], weights=[0.5, 0.5], stop_on_empty_dataset=False)

result = {"elements": len(list(mixed))}

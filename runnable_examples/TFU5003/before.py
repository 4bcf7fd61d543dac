import tensorflow as tf

pairs = tf.data.Dataset.from_tensor_slices([[1, 2], [3, 4], [5, 6]])
numbers = pairs.apply(tf.data.experimental.unbatch())
numbers = numbers.apply(tf.data.experimental.shuffle_and_repeat(1, count=2))
batches = numbers.apply(tf.data.experimental.map_and_batch(lambda x: x * 10, 4))
counted = batches.apply(tf.data.experimental.enumerate_dataset(start=1))

result = {int(number): batch for number, batch in counted}

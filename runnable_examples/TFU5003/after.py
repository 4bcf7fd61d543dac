import tensorflow as tf

pairs = tf.data.Dataset.from_tensor_slices([[1, 2], [3, 4], [5, 6]])
numbers = pairs.unbatch()
numbers = numbers.shuffle(1).repeat(2)
batches = numbers.map(lambda x: x * 10).batch(4)
counted = batches.enumerate(start=1)

result = {int(number): batch for number, batch in counted}

import tensorflow as tf

numbers = tf.data.Dataset.from_tensor_slices([1, 1, 2, 3, 9, 2])
different = numbers.unique()
small = different.take_while(lambda x: x < 9)
sums = small.scan(0, lambda total, x: (total + x, total + x))

result = {
    "sums": [int(x) for x in sums],
    "single": sums.batch(3).get_single_element(),
}

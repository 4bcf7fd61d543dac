import tensorflow as tf

numbers = tf.data.Dataset.from_tensor_slices([1, 1, 2, 3, 9, 2])
different = numbers.apply(tf.data.experimental.unique())
small = different.apply(tf.data.experimental.take_while(lambda x: x < 9))
sums = small.apply(tf.data.experimental.scan(0, lambda total, x: (total + x, total + x)))

result = {
    "sums": [int(x) for x in sums],
    "single": tf.data.experimental.get_single_element(sums.batch(3)),
}

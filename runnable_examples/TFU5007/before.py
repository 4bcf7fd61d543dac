import tensorflow.compat.v1 as tf

dataset = tf.data.Dataset.range(3)
iterator = dataset.make_one_shot_iterator()

numbers = []
while True:
    try:
        numbers.append(int(iterator.get_next()))
    except tf.errors.OutOfRangeError:
        break

result = numbers

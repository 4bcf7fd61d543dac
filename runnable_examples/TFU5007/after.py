import tensorflow as tf

dataset = tf.data.Dataset.range(3)
iterator = iter(dataset)

numbers = []
while True:
    try:
        numbers.append(int(next(iterator)))
    except StopIteration:
        break

result = numbers

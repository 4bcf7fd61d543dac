import tensorflow as tf

numbers = tf.data.Dataset.range(4)
numbers.save("saved_numbers")
loaded = tf.data.Dataset.load("saved_numbers")

result = [int(x) for x in loaded]

import tensorflow as tf

numbers = tf.data.Dataset.range(4)
tf.data.experimental.save(numbers, "saved_numbers")
loaded = tf.data.experimental.load("saved_numbers", element_spec=tf.TensorSpec((), tf.int64))

result = [int(x) for x in loaded]

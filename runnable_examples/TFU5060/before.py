import tensorflow as tf

dataset = tf.data.Dataset.range(5)
result = [int(x) for x in dataset]

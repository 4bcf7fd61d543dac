import tensorflow as tf

dataset = tf.data.Dataset.range(4)

result = [int(x) for x in dataset]

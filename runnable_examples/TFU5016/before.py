import tensorflow as tf

dataset = tf.data.Dataset.range(4)
dataset.options().experimental_slack = False

result = [int(x) for x in dataset]

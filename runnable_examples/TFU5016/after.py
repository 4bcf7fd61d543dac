import tensorflow as tf

dataset = tf.data.Dataset.range(4)
options = tf.data.Options()
options.experimental_slack = False
dataset = dataset.with_options(options)

result = [int(x) for x in dataset]

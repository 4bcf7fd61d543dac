import tensorflow as tf

options = tf.data.Options()
dataset = tf.data.Dataset.range(4).map(lambda x: x * 10).batch(2).with_options(options)

result = [x.numpy() for x in dataset]

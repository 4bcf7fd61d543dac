import tensorflow as tf

options = tf.data.Options()
options.threading.private_threadpool_size = 2
dataset = tf.data.Dataset.range(4).with_options(options)

result = [int(x) for x in dataset]

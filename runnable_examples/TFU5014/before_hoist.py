import tensorflow as tf

options = tf.data.Options()
options.experimental_optimization.hoist_random_uniform = True
dataset = tf.data.Dataset.range(4).map(lambda x: x * 10).batch(2).with_options(options)

result = [x.numpy() for x in dataset]

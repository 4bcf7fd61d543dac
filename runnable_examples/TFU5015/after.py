import tensorflow as tf

options = tf.data.Options()
options.autotune.enabled = True
options.autotune.cpu_budget = 2
dataset = tf.data.Dataset.range(4)
dataset = dataset.map(lambda x: x * 10, num_parallel_calls=2).with_options(options)

result = [int(x) for x in dataset]

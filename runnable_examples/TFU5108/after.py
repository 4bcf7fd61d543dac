import tensorflow as tf

options = tf.data.Options()
options.experimental_distribute.auto_shard_policy = tf.data.experimental.AutoShardPolicy.OFF
dataset = tf.data.Dataset.range(3).with_options(options)

result = {"elements": [int(x) for x in dataset]}

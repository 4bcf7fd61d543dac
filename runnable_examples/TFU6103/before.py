import tensorflow as tf

strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
options = tf.distribute.InputOptions(experimental_prefetch_to_device=False)
dataset = strategy.experimental_distribute_dataset(tf.data.Dataset.range(2).batch(1), options)

result = {"elements": [int(x[0]) for x in dataset]}

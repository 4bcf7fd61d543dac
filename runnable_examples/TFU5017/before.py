import tensorflow as tf

dataset = tf.data.Dataset.range(4)
dataset = dataset.apply(tf.data.experimental.latency_stats("range"))
aggregator = tf.data.experimental.StatsAggregator()
options = tf.data.Options()
options.experimental_stats.aggregator = aggregator
dataset = dataset.with_options(options)

result = [int(x) for x in dataset]

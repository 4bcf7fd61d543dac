import tensorflow as tf

options = tf.data.Options()
options.deterministic = False
dataset = tf.data.Dataset.range(4).with_options(options)

result = {
    "must keep the order": dataset.options().deterministic,
    "numbers": sorted(int(x) for x in dataset),
}

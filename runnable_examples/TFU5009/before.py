import tensorflow as tf

options = tf.data.Options()
options.experimental_deterministic = False
dataset = tf.data.Dataset.range(4).with_options(options)

result = {
    "must keep the order": dataset.options().experimental_deterministic,
    "numbers": sorted(int(x) for x in dataset),
}

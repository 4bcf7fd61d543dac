import tensorflow as tf

dataset = tf.data.Dataset.range(4)
dataset = dataset.map(lambda x: x * 10, num_parallel_calls=tf.data.experimental.AUTOTUNE)
dataset = dataset.prefetch(tf.data.experimental.AUTOTUNE)

result = [int(x) for x in dataset]

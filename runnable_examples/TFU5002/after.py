import tensorflow as tf

dataset = tf.data.Dataset.range(4)
dataset = dataset.map(lambda x: x * 10, num_parallel_calls=tf.data.AUTOTUNE)
dataset = dataset.prefetch(tf.data.AUTOTUNE)

result = [int(x) for x in dataset]

import tensorflow as tf

result = float(tf.reduce_sum(tf.constant([1.0, 2.0, 3.0])))

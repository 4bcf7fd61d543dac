import tensorflow as tf

result = {"table": tf.identity(tf.constant([1.0, 2.0]))}

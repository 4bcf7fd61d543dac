import tensorflow as tf

result = {"table": tf.guarantee_const(tf.constant([1.0, 2.0]))}

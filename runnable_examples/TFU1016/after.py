import tensorflow as tf

total = tf.constant(1.0) + tf.constant(2.0)

result = {"runs eagerly": tf.executing_eagerly(), "1 + 2": total.numpy()}

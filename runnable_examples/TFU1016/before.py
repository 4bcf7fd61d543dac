import tensorflow as tf

tf.compat.v1.enable_eager_execution()
tf.compat.v1.enable_v2_behavior()

total = tf.constant(1.0) + tf.constant(2.0)

result = {"runs eagerly": tf.executing_eagerly(), "1 + 2": total.numpy()}

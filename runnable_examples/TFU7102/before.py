import tensorflow as tf

(count,) = tf.while_loop(lambda i: i < 3, lambda i: (i + 1,), [tf.constant(0)], back_prop=False)

result = {"count": count}

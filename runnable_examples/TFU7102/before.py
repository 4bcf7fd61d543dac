import tensorflow as tf

numbers = tf.constant([1.0, 2.0, 3.0])
sums = tf.scan(lambda total, x: total + x, numbers, back_prop=False)

result = {"running sums": sums}

import tensorflow as tf

weight = tf.Variable(2.0)
copy = tf.Variable(weight.initialized_value())

result = {"copy": copy.numpy()}

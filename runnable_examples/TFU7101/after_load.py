import tensorflow as tf

weight = tf.Variable(1.0)
weight.assign(2.0)

result = {"weight": weight.numpy()}

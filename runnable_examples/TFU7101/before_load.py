import tensorflow as tf

weight = tf.Variable(1.0)
weight.load(2.0)

result = {"weight": weight.numpy()}

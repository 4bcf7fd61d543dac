import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, shape=(None, 2))
w = tf.get_variable("w", shape=(2, 1), initializer=tf.ones_initializer())
loss = tf.reduce_mean(tf.square(tf.matmul(x, w)))
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    session.run(step, feed_dict={x: np.ones((4, 2))})
    weights = session.run(w)

result = {"weights after one step": weights.tolist()}

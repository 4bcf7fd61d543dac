import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()

x = tf1.placeholder(tf.float32, shape=(None, 2))
w = tf1.get_variable("w", shape=(2, 1), initializer=tf1.ones_initializer())
loss = tf.reduce_mean(tf.square(tf.matmul(x, w)))
optimizer = tf1.train.GradientDescentOptimizer(0.1)
step = optimizer.apply_gradients(zip(tf.gradients(loss, [w]), [w]))

with tf1.Session() as session:
    session.run(tf1.global_variables_initializer())
    session.run(step, {x: np.ones((4, 2))})
    weights = session.run(w)

result = {"weights after one step": weights.tolist()}

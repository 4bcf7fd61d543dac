import numpy as np
import tensorflow as tf

w = tf.Variable(tf.ones((2, 1)))


@tf.function
def step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w)))
    w.assign_sub(0.1 * tape.gradient(loss, w))


step(np.ones((4, 2), "float32"))
result = {"weights after one step": w.numpy().tolist()}

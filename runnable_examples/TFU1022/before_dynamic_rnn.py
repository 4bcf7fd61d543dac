import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()

x = tf1.placeholder(tf.float32, shape=(None, 3, 2))
cell = tf.keras.layers.LSTMCell(1, kernel_initializer="ones", recurrent_initializer="ones")
outputs, state = tf1.nn.dynamic_rnn(cell, x, dtype=tf.float32)

with tf1.Session() as session:
    session.run(tf1.global_variables_initializer())
    values = session.run(outputs, {x: np.ones((1, 3, 2))})

result = {"outputs": values.tolist()}

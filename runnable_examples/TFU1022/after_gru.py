import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()

x = tf1.placeholder(tf.float32, shape=(None, 3, 2))
cell = tf.keras.layers.GRUCell(
    1,
    kernel_initializer="ones",
    recurrent_initializer="ones",
    bias_initializer=tf.constant_initializer([1.0, 1.0, 0.0]),
    reset_after=False,
)
outputs = tf.keras.layers.RNN(cell, return_sequences=True)(x)

with tf1.Session() as session:
    session.run(tf1.global_variables_initializer())
    values = session.run(outputs, {x: np.ones((1, 3, 2))})

result = {"outputs": values.tolist()}

import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()

x = tf1.placeholder(tf.float32, shape=(None, 2))
layer = tf.keras.layers.BatchNormalization(momentum=0.5)
y = layer(x, training=True)

with tf1.Session() as session:
    session.run(tf1.global_variables_initializer())
    session.run([y, layer.updates], {x: np.ones((4, 2))})
    mean = session.run(layer.moving_mean)

result = {"moving mean": mean.tolist()}

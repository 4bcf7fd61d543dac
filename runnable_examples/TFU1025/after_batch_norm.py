import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()

x = tf1.placeholder(tf.float32, shape=(None, 2))
is_training = tf1.placeholder_with_default(False, shape=())
layer = tf.keras.layers.BatchNormalization()
layer.build((None, 2))
y = tf.cond(is_training, lambda: layer(x, training=True), lambda: layer(x, training=False))

with tf1.Session() as session:
    session.run(tf1.global_variables_initializer())
    values = session.run(y, {x: np.ones((1, 2))})

result = {"output for prediction": values.tolist()}

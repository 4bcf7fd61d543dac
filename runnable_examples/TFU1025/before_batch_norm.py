import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()

x = tf1.placeholder(tf.float32, shape=(None, 2))
is_training = tf1.placeholder_with_default(False, shape=())
y = tf.keras.layers.BatchNormalization()(x, training=is_training)

with tf1.Session() as session:
    session.run(tf1.global_variables_initializer())
    values = session.run(y, {x: np.ones((1, 2))})

result = {"output for prediction": values.tolist()}

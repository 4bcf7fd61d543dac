import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1
tf1.disable_eager_execution()

x = tf1.placeholder(tf.float32, shape=(None, 2))
is_training = tf1.placeholder_with_default(False, shape=())
dropout = tf.keras.layers.Dropout(0.5)
y = tf.cond(is_training, lambda: dropout(x, training=True), lambda: dropout(x, training=False))

with tf1.Session() as session:
    values = session.run(y, {x: np.ones((1, 2))})

result = {"output for prediction": values.tolist()}

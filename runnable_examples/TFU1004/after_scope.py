import tensorflow.compat.v1 as tf

tf.disable_eager_execution()

x = tf.placeholder(tf.float32, shape=(None, 2))
with tf.variable_scope("net"):
    y = tf.keras.layers.Dense(1, name="one")(x)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    tf.train.Saver().save(session, "./weights")

result = {"saved": [name for name, shape in tf.train.list_variables("./weights")]}

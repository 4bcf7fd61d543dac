import tensorflow as tf

strategy = tf.distribute.MirroredStrategy(["/cpu:0"])

with strategy.scope():
    weight = tf.Variable(3.0)


@tf.function
def train_step(x):
    per_replica = strategy.run(lambda value: value * weight, args=(x,))
    return strategy.reduce(tf.distribute.ReduceOp.SUM, per_replica, axis=None)


result = train_step(tf.constant(2.0))

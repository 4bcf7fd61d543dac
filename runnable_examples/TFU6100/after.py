import tensorflow as tf

strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
with strategy.scope():
    weight = tf.Variable(2.0)

result = {"values": [value.numpy() for value in strategy.experimental_local_results(weight)]}

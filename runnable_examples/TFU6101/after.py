import tensorflow as tf

strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
options = tf.distribute.experimental.CommunicationOptions(bytes_per_pack=50 * 1024 * 1024)


def total():
    context = tf.distribute.get_replica_context()
    return context.all_reduce(tf.distribute.ReduceOp.SUM, tf.constant(2.0), options=options)


result = {"sum": strategy.run(total)}

import tensorflow as tf

strategy = tf.distribute.experimental.MultiWorkerMirroredStrategy(
    communication=tf.distribute.experimental.CollectiveCommunication.RING
)
with strategy.scope():
    weight = tf.Variable(3.0)

result = {"replicas": strategy.num_replicas_in_sync, "weight": weight.numpy()}

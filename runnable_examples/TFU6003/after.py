import tensorflow as tf

strategy = tf.distribute.MultiWorkerMirroredStrategy(
    communication_options=tf.distribute.experimental.CommunicationOptions(
        implementation=tf.distribute.experimental.CommunicationImplementation.RING
    )
)
with strategy.scope():
    weight = tf.Variable(3.0)

result = {"replicas": strategy.num_replicas_in_sync, "weight": weight.numpy()}

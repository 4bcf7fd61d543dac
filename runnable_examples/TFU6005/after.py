import tensorflow as tf

try:
    strategy = tf.distribute.TPUStrategy()
except (ValueError, IndexError):  # no TPU here
    strategy = tf.distribute.get_strategy()

result = strategy.num_replicas_in_sync

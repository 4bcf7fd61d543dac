import tensorflow as tf

try:
    strategy = tf.distribute.experimental.TPUStrategy()
except (ValueError, IndexError):  # no TPU here
    strategy = tf.distribute.get_strategy()

result = strategy.num_replicas_in_sync

import tensorflow as tf

metric = tf.keras.metrics.Mean()
metric.update_state(tf.abs(tf.constant([1.0, 2.0]) - tf.constant([2.0, 2.0])) / [1.0, 2.0])
result = float(metric.result())

import tensorflow as tf

metric = tf.keras.metrics.MeanRelativeError(normalizer=[1.0, 2.0])
metric.update_state([1.0, 2.0], [2.0, 2.0])
result = float(metric.result())

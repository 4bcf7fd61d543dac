import tensorflow as tf

metric = tf.keras.metrics.SparseCategoricalCrossentropy(ignore_class=0)
metric.update_state([0, 1], [[0.5, 0.5], [0.75, 0.25]])
result = round(float(metric.result()), 4)

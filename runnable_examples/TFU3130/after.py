import tensorflow as tf

metric = tf.keras.metrics.SparseCategoricalCrossentropy()
metric.update_state([0, 1], [[0.5, 0.5], [0.75, 0.25]], sample_weight=[0.0, 1.0])
result = round(float(metric.result()), 4)

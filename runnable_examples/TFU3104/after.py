import tensorflow as tf

metric = tf.keras.metrics.SensitivityAtSpecificity(0.5, 200, name="sensitivity")
metric.update_state([0, 1], [0.2, 0.8])

result = {metric.name: float(metric.result())}

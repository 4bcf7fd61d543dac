import tensorflow as tf

metric = tf.keras.metrics.SpecificityAtSensitivity(0.5, 200, "specificity")
metric.update_state([0, 1], [0.2, 0.8])

result = {metric.name: float(metric.result())}

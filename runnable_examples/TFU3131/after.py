import tensorflow as tf

metrics = [tf.keras.metrics.Mean(), tf.keras.metrics.Mean()]
for values in [[1.0, 2.0], [3.0, 4.0]]:
    for metric, value in zip(metrics, values):
        metric.update_state(value)
result = [float(metric.result()) for metric in metrics]

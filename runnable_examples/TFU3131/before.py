import tensorflow as tf

metric = tf.keras.metrics.MeanTensor()
metric.update_state([1.0, 2.0])
metric.update_state([3.0, 4.0])
result = [float(value) for value in metric.result()]

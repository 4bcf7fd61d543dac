import tensorflow as tf

metric = tf.keras.metrics.Mean()
metric.update_state(4.0)
result = [float(value) for value in metric.get_weights()]

import tensorflow as tf

metric = tf.keras.metrics.Mean()
metric.update_state(4.0)
result = [float(variable.numpy()) for variable in metric.variables]

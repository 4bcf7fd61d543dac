import numpy as np
import tensorflow as tf

metric = tf.keras.metrics.SparseCategoricalCrossentropy(ignore_class=0)
metric.update_state(np.array([0, 1]), np.array([[0.5, 0.5], [0.75, 0.25]]))
result = round(float(metric.result()), 4)

import numpy as np
import tensorflow as tf

metric = tf.keras.metrics.SparseCategoricalCrossentropy()
metric.update_state(np.array([0, 1]), np.array([[0.5, 0.5], [0.75, 0.25]]), sample_weight=np.array([0.0, 1.0]))
result = round(float(metric.result()), 4)

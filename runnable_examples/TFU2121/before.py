import numpy as np
import tensorflow as tf

outputs = tf.keras.activations.hard_sigmoid(tf.constant([-2.7, 0.0, 1.0, 2.8]))
result = [round(float(value), 4) for value in np.array(outputs)]

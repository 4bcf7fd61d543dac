import numpy as np
import tensorflow as tf

x = tf.constant(np.array([-10.0, 10.0], "float32"))

result = tf.keras.activations.relu(x, alpha=0.1)

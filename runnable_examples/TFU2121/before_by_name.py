import numpy as np
import tensorflow as tf

layer = tf.keras.layers.Activation("hard_sigmoid")
outputs = layer(tf.constant([[-2.7, 0.0, 1.0, 2.8]]))
result = [round(float(value), 4) for value in np.array(outputs).ravel()]

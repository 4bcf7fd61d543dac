import sys
import numpy as np
import tensorflow as tf

sys.stdout.reconfigure(encoding="cp1252")  # as Python itself does on Windows when the output goes to a file

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
result = model.predict(np.ones([1, 2]), verbose=1)

import sys
import numpy as np
import tensorflow as tf

sys.stdout.reconfigure(encoding="utf-8")

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
result = model.predict(np.ones([1, 2]), verbose=1)

import numpy as np
import tensorflow as tf
from tensorflow.python.keras.layers import Dense

model = tf.keras.Sequential()
model.add(Dense(1, kernel_initializer="ones", input_shape=(2,)))

result = model.predict(np.ones([1, 2]))

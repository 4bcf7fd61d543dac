import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(2, kernel_initializer="ones")(inputs))
head = tf.keras.layers.Dense(1, kernel_initializer="ones")

x = np.ones((1, 2), "float32")
result = head(model(x)).numpy().tolist()

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones", name="head_price")(inputs)
model = tf.keras.Model(inputs, outputs)

result = model.predict(np.ones([1, 2]))

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input(shape=(3,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)

result = model.predict(np.ones((1, 3), "float32"), verbose=0)

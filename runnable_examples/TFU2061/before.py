import numpy as np
import tensorflow as tf

inputs = tf.keras.Input([2])
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)(inputs)
model = tf.keras.Model(inputs=[inputs], outputs=outputs)
result = model.predict(np.array([[1.0, 2.0]]))

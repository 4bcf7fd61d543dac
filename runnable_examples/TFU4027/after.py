import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
both = tf.keras.layers.Concatenate()([inputs, inputs])
outputs = tf.keras.layers.Dense(1)(both)
model = tf.keras.Model(inputs, outputs)
model.load_weights("model.h5")

x = np.ones((1, 2), "float32")
result = {"prediction": model.predict(x, verbose=0)}

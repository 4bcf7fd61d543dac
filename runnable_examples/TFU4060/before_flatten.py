import numpy as np
import tensorflow as tf

inputs = tf.keras.Input([2, 1])
base = tf.keras.Model(inputs, tf.keras.layers.Dense(2, kernel_initializer="ones")(inputs))

model = tf.keras.Sequential()
model.add(base)
model.add(tf.keras.layers.Flatten())
model.predict(np.ones([1, 2, 1]))

model.save("model.keras")
loaded = tf.keras.models.load_model("model.keras")
result = loaded.predict(np.ones([1, 2, 1]))

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input([4, 4, 1])
base = tf.keras.Model(inputs, tf.keras.layers.Conv2D(2, 1, kernel_initializer="ones")(inputs))

model = tf.keras.Sequential()
model.add(base)
model.add(tf.keras.layers.GlobalAveragePooling2D())
model.add(tf.keras.layers.Dense(1, kernel_initializer="ones"))
model.predict(np.ones([1, 4, 4, 1]))

model.save("model.keras")
loaded = tf.keras.models.load_model("model.keras")
result = loaded.predict(np.ones([1, 4, 4, 1]))

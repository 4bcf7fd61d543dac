import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
base = tf.keras.Model(inputs, tf.keras.layers.Dense(2, kernel_initializer="ones")(inputs))
model = tf.keras.Sequential([base, tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.build((None, 2))
model.load_weights("model.h5")

x = np.ones((1, 2), "float32")
result = {"prediction": model.predict(x, verbose=0)}

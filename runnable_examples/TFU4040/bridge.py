import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
hidden = tf.keras.layers.Dense(2, name="hidden")(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, name="score")(hidden))
model.load_weights("model.h5")

result = {"prediction": model.predict(np.ones((1, 2), "float32"), verbose=0)}

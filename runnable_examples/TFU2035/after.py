import numpy as np
import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
hidden = tf.keras.layers.Lambda(lambda x: x * 2)(inputs)
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(hidden)
model = tf.keras.Model(inputs, outputs)
model.save_weights("model.weights.h5")

loaded = tf.keras.Model(inputs, outputs)
loaded.load_weights("model.weights.h5")

result = loaded.predict(np.ones((1, 2), "float32"), verbose=0)

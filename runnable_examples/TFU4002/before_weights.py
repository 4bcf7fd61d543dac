import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.save_weights("model.weights.h5", save_format="h5")
model.set_weights([np.zeros((2, 1)), np.zeros(1)])
model.load_weights("model.weights.h5")
x = np.array([[1.0, 2.0]], "float32")
result = {"prediction with the loaded weights": model(x).numpy()}

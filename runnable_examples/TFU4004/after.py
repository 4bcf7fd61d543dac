import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.set_weights([np.array([[3.0], [4.0]]), np.array([5.0])])
model.save_weights("model.weights.h5")

model.set_weights([np.zeros((2, 1)), np.zeros(1)])
model.load_weights("model.weights.h5")

result = {"weights": model.get_weights()}

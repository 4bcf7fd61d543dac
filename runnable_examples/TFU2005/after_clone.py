import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(2, activation="softmax", kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)

copy = tf.keras.models.clone_model(model)
result = copy.predict(np.zeros((1, 2), "float32"), verbose=0).tolist()

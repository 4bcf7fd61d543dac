import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [
        tf.keras.Input((3,)),
        tf.keras.layers.Dense(2, kernel_initializer="ones"),
        tf.keras.layers.Dense(1, kernel_initializer="ones"),
    ]
)
model.predict(np.ones([1, 3]))
hidden = tf.keras.Model(model.inputs, model.layers[0].output)

result = hidden.predict(np.ones([1, 3]))

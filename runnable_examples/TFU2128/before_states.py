import numpy as np
import tensorflow as tf

layer = tf.keras.layers.SimpleRNN(
    1, stateful=True, activation="linear", kernel_initializer="ones", recurrent_initializer="ones"
)
x = np.ones((1, 1, 1), "float32")
layer(x)
layer.reset_states(states=np.array([[5.0]], "float32"))
result = float(layer(x)[0, 0])

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.layers.SimpleRNN(1, stateful=True, kernel_initializer="ones", recurrent_initializer="ones")]
)
x = np.ones((1, 1, 1), "float32")
first = float(model(x)[0, 0])
model.reset_states()
result = {"same as at first": abs(float(model(x)[0, 0]) - first) < 1e-6}

import numpy as np
import tensorflow as tf


def distance(y_true, y_pred):
    return tf.numpy_function(lambda a, b: np.abs(a - b).mean(), [y_true, y_pred], tf.float32)


model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse", metrics=[distance], run_eagerly=True)
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
history = model.fit(x, y, epochs=1, verbose=0)

result = {"distance": history.history["distance"]}

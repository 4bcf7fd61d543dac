import numpy as np
import tensorflow as tf


def new_model():
    return tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])


x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
optimizer = tf.keras.optimizers.SGD(0.25)
weights = []
for _ in range(2):
    model = new_model()
    model.compile(optimizer=optimizer, loss="mse")
    model.fit(x, y, verbose=0)
    weights.append(float(model.get_weights()[0][0, 0]))

result = {"weight of each model": weights}

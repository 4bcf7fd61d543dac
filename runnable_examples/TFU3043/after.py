import numpy as np
import tensorflow as tf


def batches():
    ones, zeros = np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")
    while True:
        yield (ones, ones), zeros


first, second = tf.keras.Input((1,)), tf.keras.Input((1,))
total = tf.keras.layers.add([first, second])
model = tf.keras.Model([first, second], tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)(total))
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
model.fit(batches(), steps_per_epoch=1, verbose=0)
result = {"weight after one step": model.get_weights()[0]}

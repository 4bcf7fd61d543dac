import numpy as np
import tensorflow as tf

x = np.ones((2, 3, 1), "float32")
masks = np.array([[[1, 0], [1, 0], [0, 1]], [[1, 0], [1, 0], [0, 1]]], "float32")

model = tf.keras.Sequential([
    tf.keras.Input(shape=(3, 1)),
    tf.keras.layers.Dense(2, activation="softmax", kernel_initializer="zeros"),
])
model.compile("sgd", "categorical_crossentropy")
weights = np.array([1.0, 5.0])[masks.argmax(axis=-1)]
history = model.fit(x, masks, sample_weight=weights, verbose=0)

result = {"loss, in units of log 2": history.history["loss"][0] / np.log(2.0)}

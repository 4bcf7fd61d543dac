import numpy as np
import tensorflow as tf


def mean_output(y_true, y_pred):
    return tf.reduce_mean(y_pred, axis=-1)


inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)

model.compile(optimizer="sgd", loss="mse", metrics=[mean_output])
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
result = model.fit(x, y, epochs=1, verbose=0).history

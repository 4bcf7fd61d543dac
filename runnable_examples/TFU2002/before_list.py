import numpy as np
import tensorflow as tf


class Polynomial(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.terms = [tf.Variable(1.0), tf.Variable(1.0)]
        self.extra = {"offset": tf.Variable(0.0)}

    def call(self, x):
        return self.extra["offset"] + self.terms[0] * x + self.terms[1] * x * x


model = tf.keras.Sequential(
    [Polynomial(), tf.keras.layers.Dense(1, kernel_initializer="ones")]
)
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = {
    "trainable variables": len(model.trainable_variables),
    "arrays in get_weights": len(model.get_weights()),
    "prediction after one step": np.round(model.predict(x[:1], verbose=0), 3).tolist(),
}

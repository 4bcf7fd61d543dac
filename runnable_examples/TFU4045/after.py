import numpy as np
import tensorflow as tf


class Regressor(tf.keras.Model):
    def __init__(self):
        super(Regressor, self).__init__()
        self.score = tf.keras.layers.Dense(1, kernel_initializer="ones")

    def call(self, inputs):
        return self.score(inputs)


x = np.ones((1, 2), "float32")
saved = Regressor()
saved(x)
saved.set_weights([np.array([[3.0], [4.0]]), np.array([5.0])])
saved.save_weights("model.weights.h5")

model = Regressor()
model(x)  # creates the weights
model.load_weights("model.weights.h5")

result = {"prediction": model(x).numpy()}

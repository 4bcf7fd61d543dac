import numpy as np
import tensorflow as tf
import tensorflow.compat.v1 as tf1


class Projection(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = tf1.Variable(tf1.ones((input_shape[-1], 1)), name="kernel")

    def call(self, inputs):
        return tf1.matmul(inputs, self.kernel)


model = tf.keras.Sequential(
    [Projection(), tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)]
)
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = {
    "trainable variables": len(model.trainable_variables),
    "arrays in get_weights": len(model.get_weights()),
    "prediction after one step": model.predict(x[:1], verbose=0).tolist(),
}

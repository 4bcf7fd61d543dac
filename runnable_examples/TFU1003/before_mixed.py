import numpy as np
import tensorflow as tf


class Projection(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = tf.compat.v1.get_variable(
            "kernel", shape=(input_shape[-1], 1), initializer=tf.compat.v1.ones_initializer()
        )

    def call(self, inputs):
        return tf.matmul(inputs, self.kernel)


model = tf.keras.Sequential(
    [Projection(), tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = {
    "trainable variables": len(model.trainable_variables),
    "prediction after one step": model.predict(x[:1], verbose=0).tolist(),
}

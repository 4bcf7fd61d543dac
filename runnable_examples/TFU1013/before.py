import numpy as np
import tensorflow as tf

tf1 = tf.compat.v1


class Projection(tf.keras.layers.Layer):
    @tf1.keras.utils.track_tf1_style_variables
    def call(self, inputs):
        kernel = tf1.get_variable("kernel", shape=(2, 1), initializer=tf1.ones_initializer())
        return tf.matmul(inputs, kernel)


model = tf.keras.Sequential([Projection()])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = {
    "trainable variables": len(model.trainable_variables),
    "prediction after one step": model.predict(x[:1], verbose=0).tolist(),
}

import numpy as np
import tensorflow as tf


class WithSquares(tf.keras.layers.Layer):
    def call(self, inputs):
        return tf.concat([inputs, tf.square(inputs)], axis=-1)


inputs = tf.keras.Input((2,))
features = WithSquares()(inputs)
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(features)
model = tf.keras.Model(inputs, outputs)

result = model.predict(np.array([[1.0, 2.0]], "float32"), verbose=0).tolist()

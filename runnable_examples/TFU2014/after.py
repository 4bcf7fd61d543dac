import numpy as np
import tensorflow as tf


class Sort(tf.keras.layers.Layer):
    def call(self, inputs):
        outputs = tf.numpy_function(np.sort, [inputs], tf.float32)
        outputs.set_shape(inputs.shape)
        return outputs


inputs = tf.keras.Input((3,))
model = tf.keras.Model(inputs, Sort()(inputs))
result = model.predict(np.array([[3.0, 1.0, 2.0]], "float32"), verbose=0).tolist()

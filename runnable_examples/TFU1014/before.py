import numpy as np
import tensorflow as tf

tf.compat.v1.disable_eager_execution()
K = tf.keras.backend

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs ** 2)

x = np.ones((1, 2), "float32")
gradients = K.gradients(model.output, model.input)
saliency = K.function([model.input], gradients)

result = {"gradient of the output": saliency([x])[0].tolist()}

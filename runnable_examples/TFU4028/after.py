import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2, 2, 1))
outputs = tf.keras.layers.DepthwiseConv2D(2, depthwise_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.load_weights("model.h5")

x = np.ones((1, 2, 2, 1), "float32")
result = {"prediction": model.predict(x, verbose=0)}

import numpy as np
import tensorflow as tf

normalization = tf.keras.layers.Normalization()
normalization.adapt(np.array([[1.0, 10.0], [3.0, 30.0]], "float32"))  # mean 2, 20; variance 1, 100

inputs = tf.keras.Input((2,))
tf.keras.Model(inputs, normalization(inputs)).save("model.h5")

result = "saved"

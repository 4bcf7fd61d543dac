import numpy as np
import tf_keras

inputs = tf_keras.Input((2,))
outputs = tf_keras.layers.Dense(1)(inputs)
model = tf_keras.Model(inputs, outputs)
model.load_weights("checkpoint/weights")

result = {"prediction": model(np.array([[1.0, 2.0]], "float32")).numpy()}

import numpy as np
import tensorflow as tf

policy = tf.keras.mixed_precision.Policy("mixed_float16")
inputs = tf.keras.Input((2,))
x = tf.keras.layers.Dense(1, dtype=policy)(inputs)
outputs = tf.keras.layers.Activation("linear", dtype="float32")(x)
model = tf.keras.Model(inputs, outputs)
model.load_weights("model.h5")

x = np.ones((1, 2), "float32")
result = {"prediction": model.predict(x, verbose=0)}

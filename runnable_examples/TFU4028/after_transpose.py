import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((2, 2, 1)), tf.keras.layers.Conv2DTranspose(1, 1)])
model.load_weights("transpose.h5")

x = np.ones((1, 2, 2, 1), "float32")
result = {"prediction": model.predict(x, verbose=0)}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, kernel_initializer="ones", input_shape=(2,))]
)
model.load_weights("model.h5")

x = np.ones((1, 2), "float32")
result = {"prediction": model.predict(x, verbose=0)}

import numpy as np
import tensorflow as tf

for gpu in tf.config.experimental.list_physical_devices("GPU"):
    tf.config.experimental.set_memory_growth(gpu, True)

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])

result = {"prediction": model.predict(np.ones((1, 2), "float32"), verbose=0).tolist()}

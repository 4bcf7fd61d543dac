import numpy as np
import tensorflow as tf

config = tf.compat.v1.ConfigProto()
config.gpu_options.allow_growth = True
tf.compat.v1.keras.backend.set_session(tf.compat.v1.Session(config=config))

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])

result = {"prediction": model.predict(np.ones((1, 2), "float32"), verbose=0).tolist()}

import numpy as np
import tensorflow as tf

model = tf.keras.models.load_model("model.h5", compile=False)

x = np.ones((1, 2, 2, 1), "float32")
result = {"output": model.predict(x, verbose=0)}

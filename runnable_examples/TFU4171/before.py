import numpy as np
import tensorflow as tf

x = np.array([[[1.0], [2.0], [3.0]]], "float32")
model = tf.keras.models.load_model("saved_model")

result = {"prediction": model(x).numpy()}

import numpy as np
import tensorflow as tf

model = tf.keras.models.load_model("saved_model")

x = np.ones((1, 2), "float32")
result = {"prediction": model(x).numpy()}

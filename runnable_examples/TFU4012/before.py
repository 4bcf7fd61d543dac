import numpy as np
import tensorflow as tf

price = np.array([[3.0]], "float32")
count = np.array([[4.0]], "float32")
model = tf.keras.models.load_model("saved_model")

result = {"prediction": model.predict([price, count])}

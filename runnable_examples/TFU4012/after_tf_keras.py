import numpy as np
import tf_keras

price = np.array([[3.0]], "float32")
count = np.array([[4.0]], "float32")
model = tf_keras.models.load_model("saved_model")

result = {"prediction": model.predict([price, count])}

import numpy as np
import tf_keras

x = np.array([[1.0, 2.0]], "float32")
model = tf_keras.models.load_model("saved_model")

result = {"prediction": model(x).numpy()}

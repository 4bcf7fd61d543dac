import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0]], "float32")
tf_keras.models.load_model("saved_model").save("model.h5")
model = keras.models.load_model("model.h5", compile=False)

result = {"prediction": np.array(model(x))}

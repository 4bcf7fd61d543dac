import numpy as np
from tensorflow.keras.saving import load_model

model = load_model("model.keras")

result = {"prediction": model(np.array([[1.0, 2.0]], "float32")).numpy()}

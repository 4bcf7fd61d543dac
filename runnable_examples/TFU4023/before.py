import pickle

import numpy as np

with open("model.pkl", "rb") as file:
    model = pickle.load(file)

result = {"prediction": model(np.array([[1.0, 2.0]], "float32")).numpy()}

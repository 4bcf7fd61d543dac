import json

import numpy as np
import tensorflow as tf

with open("model.json") as file:
    config = json.load(file)["config"]
model = tf.keras.Model.from_config(config)
model.load_weights("model.h5")

result = {"prediction": model.predict(np.array([[2.0, 3.0]], "float32"), verbose=0)}

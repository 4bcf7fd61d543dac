import json

import numpy as np
import tensorflow as tf


def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: plain(value[key]) for key in value if key not in ("module", "registered_name", "build_config")}


with open("model.json") as file:
    config = json.load(file)["config"]
model = tf.keras.Model.from_config(plain(config))
model.load_weights("model.h5")

result = {"prediction": model.predict(np.array([[2.0, 3.0]], "float32"), verbose=0)}

import json
import shutil

import h5py
import numpy as np
import tensorflow as tf

shutil.copy("model.h5", "patched.h5")
with h5py.File("patched.h5", "r+") as file:
    text = file.attrs["model_config"]
    config = json.loads(text if isinstance(text, str) else text.decode())
    for layer in config["config"]["layers"]:
        if layer["class_name"] == "SeparableConv2D":
            for name in ("groups", "kernel_initializer", "kernel_regularizer", "kernel_constraint"):
                layer["config"].pop(name, None)
    file.attrs["model_config"] = json.dumps(config).encode()
model = tf.keras.models.load_model("patched.h5", compile=False)

x = np.ones((1, 2, 2, 1), "float32")
result = {"output": model.predict(x, verbose=0)}

import zipfile

import h5py
import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, name="dense")(inputs)
model = tf.keras.Model(inputs, outputs)
zipfile.ZipFile("model.keras").extract("model.weights.h5")
with h5py.File("model.weights.h5", "r") as file:
    for layer in model.layers[1:]:  # the first is the input
        saved = file["_layer_checkpoint_dependencies/" + layer.name + "/vars"]
        layer.set_weights([saved[str(number)][()] for number in range(len(saved))])

result = {"prediction": model(np.array([[1.0, 2.0]], "float32")).numpy()}

import h5py
import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
hidden = tf.keras.layers.Dense(2)(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(hidden))
layers = [layer for layer in model.layers if layer.weights]

with h5py.File("model.weights.h5", "r") as file:
    groups = file["_layer_checkpoint_dependencies"]
    names = [name for name in groups if len(groups[name]["vars"])]  # dense, dense_2
    names.sort(key=lambda name: int(name.partition("_")[2] or 0))
    for layer, name in zip(layers, names):
        saved = groups[name]["vars"]
        layer.set_weights([saved[str(number)][()] for number in range(len(saved))])

result = {"prediction": model.predict(np.ones((1, 2), "float32"), verbose=0)}

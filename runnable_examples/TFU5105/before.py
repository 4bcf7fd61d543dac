import h5py
import numpy as np
import tensorflow as tf

with h5py.File("numbers.h5", "w") as file:
    file["x"] = np.arange(4.0)

x = tf.keras.utils.HDF5Matrix("numbers.h5", "x", start=1, end=3)

result = {"x": [float(value) for value in x[0:2]]}

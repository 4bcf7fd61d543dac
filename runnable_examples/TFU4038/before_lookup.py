import pickle

import numpy as np
import tensorflow as tf

lookup = tf.keras.layers.StringLookup()
lookup.adapt(np.array(["cat", "cat", "dog"]))
with open("lookup.pkl", "wb") as file:
    pickle.dump(lookup.get_weights(), file)

with open("lookup.pkl", "rb") as file:
    saved = pickle.load(file)
restored = tf.keras.layers.StringLookup()
restored.adapt(np.array(["anything"]))  # makes the table, as advised for Keras 2
restored.set_weights(saved)
result = {"cat, dog": restored(tf.constant(["cat", "dog"])).numpy()}

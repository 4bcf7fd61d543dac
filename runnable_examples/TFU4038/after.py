import pickle

import numpy as np
import tensorflow as tf

vectorizer = tf.keras.layers.TextVectorization()
vectorizer.adapt(np.array([["the cat sat"], ["the cat"], ["the"]]))
with open("vectorizer.pkl", "wb") as file:
    pickle.dump({"config": vectorizer.get_config(), "vocabulary": vectorizer.get_vocabulary()}, file)

with open("vectorizer.pkl", "rb") as file:
    saved = pickle.load(file)
restored = tf.keras.layers.TextVectorization.from_config(saved["config"])
restored.set_vocabulary(saved["vocabulary"])
result = {"the cat sat": restored(tf.constant([["the cat sat"]])).numpy()}

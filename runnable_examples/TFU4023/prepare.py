import pickle

import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
with open("model.pkl", "wb") as file:
    pickle.dump(model, file)
model.save("model.h5")

result = "saved"

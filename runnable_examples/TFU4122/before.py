import h5py
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(tf.ones((1, 1)), tf.ones((1, 1)), verbose=0)
model.save("model.h5", True, False)
result = {"holds the optimizer": "optimizer_weights" in list(h5py.File("model.h5", "r"))}

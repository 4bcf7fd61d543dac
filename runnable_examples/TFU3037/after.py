import glob

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((8, 1), "float32"), np.zeros((8, 1), "float32")
checkpoint = tf.keras.callbacks.ModelCheckpoint("epoch{epoch:02d}.keras", save_freq=8)  # two epochs of 4 batches

model.fit(x, y, batch_size=2, epochs=4, callbacks=[checkpoint], verbose=0)
result = {"files": sorted(glob.glob("*.keras"))}

import numpy as np
import tensorflow as tf

x = np.ones((1, 2), "float32")
y = np.ones((1, 1), "float32")

strategy = tf.distribute.MirroredStrategy(["/cpu:0"])
with strategy.scope():
    model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
model.load_weights("model.h5")
model.compile(tf.keras.optimizers.Adam(0.1), "mse")
model.fit(x, y, verbose=0)
result = {"prediction after one step": model.predict(x, verbose=0)}

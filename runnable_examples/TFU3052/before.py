import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.0), loss="mse")
x, y = np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")

history = model.fit(x, y, nb_epoch=2, verbose=0)
result = {"loss of each epoch": history.history["loss"]}

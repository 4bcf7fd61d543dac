import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
stop = tf.keras.callbacks.EarlyStopping(monitor="loss")

x = np.ones((2, 1), "float32")
history = model.fit(x, x, epochs=3, callbacks=[stop], verbose=0)
result = {"epochs run while the loss fell": len(history.history["loss"])}

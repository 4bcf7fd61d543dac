import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(1.0), loss="mse")
x = np.ones((2, 1), "float32")
scheduler = tf.keras.callbacks.LearningRateScheduler(lambda epoch: 1.0 / 2**epoch)
history = model.fit(x, x, epochs=3, callbacks=[scheduler], verbose=0)

result = {"learning rate of each epoch": [float(lr) for lr in history.history["learning_rate"]]}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(1.0), loss="mse")
x = np.ones((2, 1), "float32")
plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=1)
history = model.fit(x, x, epochs=3, callbacks=[plateau], verbose=0)

result = {"learning rate of each epoch": [float(lr) for lr in history.history["learning_rate"]]}

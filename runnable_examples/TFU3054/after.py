import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((1,))
left = tf.keras.layers.Dense(1, kernel_initializer="ones", name="left")(inputs)
right = tf.keras.layers.Dense(1, kernel_initializer="zeros", name="right")(inputs)
model = tf.keras.Model(inputs, [left, right])
model.compile(optimizer=tf.keras.optimizers.SGD(0.0), loss="mse", metrics={"left": "mse"})

x, y = np.full((2, 1), 2.0, "float32"), np.zeros((2, 1), "float32")
history = model.fit(x, [y, y], verbose=0)
result = {"loss of the left output": history.history["left_mse"]}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer="sgd", loss="mse")
model.save("new.h5")

loaded = tf.keras.models.load_model("new.h5")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
result = {"loss of the loaded model": loaded.evaluate(x, y, verbose=0)}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(2, kernel_initializer="identity")])
model.compile(optimizer="sgd", loss="kullback_leibler_divergence")

x, y = np.array([[0.25, 0.75]], "float32"), np.array([[0.5, 0.5]], "float32")
result = {"divergence": model.evaluate(x, y, verbose=0)}

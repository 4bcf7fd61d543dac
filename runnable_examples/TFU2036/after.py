import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.Input(shape=(2, 2)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, kernel_initializer="ones"),
])

result = {"parameters": model.count_params(), "prediction": model.predict(np.ones((1, 2, 2), "float32"), verbose=0)}

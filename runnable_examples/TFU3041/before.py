import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(3, kernel_initializer="identity", activation="softmax")])
x = np.array([[0.0, 5.0, 1.0], [4.0, 0.0, 1.0]], "float32")

result = {"classes": model.predict_classes(x)}

import numpy as np
import tensorflow as tf

image = np.zeros((1, 1, 3), "float32")
image = tf.keras.applications.vgg16.preprocess_input(image, backend=tf.keras.backend, utils=tf.keras.utils)

result = {"pixel": [round(float(value)) for value in image[0, 0]]}

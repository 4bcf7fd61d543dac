import numpy as np
import tensorflow as tf

price = np.array([[3.0]], "float32")
count = np.array([[4.0]], "float32")
model = tf.saved_model.load("saved_model").signatures["serving_default"]
(prediction,) = model(price=tf.constant(price), count=tf.constant(count)).values()

result = {"prediction": prediction.numpy()}

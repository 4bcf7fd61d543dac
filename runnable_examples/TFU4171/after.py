import numpy as np
import tensorflow as tf

x = np.array([[[1.0], [2.0], [3.0]]], "float32")
model = tf.saved_model.load("saved_model")
(prediction,) = model.signatures["serving_default"](tf.constant(x)).values()

result = {"prediction": prediction.numpy()}

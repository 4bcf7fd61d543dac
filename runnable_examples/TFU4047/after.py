import numpy as np
import tensorflow as tf

model = tf.saved_model.load("saved_model")

x = np.ones((1, 2), "float32")
(prediction,) = model.signatures["serving_default"](tf.constant(x)).values()
result = {"prediction": prediction.numpy()}

import numpy as np
import tensorflow as tf

x = np.array([[1.0, 2.0]], "float32")
model = tf.keras.layers.TFSMLayer("saved_model", call_endpoint="serving_default")
(prediction,) = model(x).values()

result = {"prediction": prediction.numpy()}

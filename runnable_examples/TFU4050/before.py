import numpy as np
import tensorflow as tf

model = tf.keras.models.load_model("model.keras", compile=False)

result = {"prediction": model.predict(np.array([[1.0, 2.0]], "float32"), verbose=0)}

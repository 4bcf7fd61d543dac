import numpy as np
import tensorflow as tf

policy = {"Policy": tf.keras.mixed_precision.Policy}
model = tf.keras.models.load_model("model.h5", custom_objects=policy, compile=False)

x = np.ones((1, 2), "float32")
result = {"prediction": model.predict(x, verbose=0)}

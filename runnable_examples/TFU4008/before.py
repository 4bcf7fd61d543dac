import numpy as np
import tensorflow as tf

model = tf.keras.models.load_model("model.h5")

x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.train_on_batch(x, y)

result = {"prediction after one more step": model(x[:1]).numpy()}

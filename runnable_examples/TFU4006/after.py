import numpy as np
import tensorflow as tf

model = tf.keras.models.load_model("model.h5", compile=False)
model.compile(optimizer="sgd", loss="mse", metrics=["mse"])

x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
result = {"prediction": model(x[:1]).numpy(), "loss": model.evaluate(x, y, verbose=0)[0]}

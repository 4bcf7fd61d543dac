import numpy as np
import tensorflow as tf


class Heads(tf.keras.Model):
    def call(self, x):
        return {"features": x, "price": 2 * x, "rooms": 4 * x}


model = Heads()
model.compile(loss={"price": "mse", "rooms": "mse"}, metrics={"price": "mae", "rooms": "mae"})

x = np.ones((2, 1), "float32")
targets = {"price": 0 * x, "rooms": x}
logs = model.evaluate(x, targets, verbose=0, return_dict=True)

result = {"loss": logs["loss"], "error of price": logs.get("price_mae"), "error of rooms": logs.get("rooms_mae")}

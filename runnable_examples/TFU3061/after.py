import numpy as np
import tensorflow as tf

price = tf.keras.Input([1], name="price")
cost = tf.keras.Input([1], name="cost")
profit = tf.keras.layers.Subtract()([price, cost])
model = tf.keras.Model({"price": price, "cost": cost}, profit)

result = model.predict({"price": np.array([[5.0]]), "cost": np.array([[2.0]])})

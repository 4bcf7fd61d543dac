import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((1,))
left = tf.keras.layers.Dense(1, kernel_initializer="ones", name="left")(inputs)
right = tf.keras.layers.Dense(1, kernel_initializer="ones", name="right")(inputs)
model = tf.keras.Model(inputs, [left, right])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")

x, y = np.ones((2, 1), "float32"), np.array([[0.0], [1.0]], "float32")
model.fit(x, [y, y], class_weight={"left": {0: 3.0, 1: 1.0}}, verbose=0)
result = {name: model.get_layer(name).get_weights()[0] for name in ("left", "right")}

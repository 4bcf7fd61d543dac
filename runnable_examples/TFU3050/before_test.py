import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse")

losses = []
for x in (1.0, 3.0):
    losses.append(float(model.test_on_batch(np.array([[x]], "float32"), np.array([[0.0]], "float32"))))
result = {"loss of each batch": losses}

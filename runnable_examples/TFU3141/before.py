import numpy as np
import tensorflow as tf


def samples():
    while True:
        yield np.array([[2.0]], "float32"), np.float32(1.0)


model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
model.fit(samples(), steps_per_epoch=1, epochs=1, verbose=0)
result = {"prediction": round(float(model.predict(np.array([[2.0]], "float32"), verbose=0)[0, 0]), 4)}

import numpy as np
import tensorflow as tf
from tensorflow.keras.wrappers.scikit_learn import KerasRegressor


def build_model():
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
    model.compile(tf.keras.optimizers.SGD(0.1), "mse")
    return model


x, y = np.array([[1.0, 1.0]]), np.array([0.0])
estimator = KerasRegressor(build_model, epochs=1, verbose=0)
estimator.fit(x, y)
result = float(np.ravel(estimator.predict(x))[0])

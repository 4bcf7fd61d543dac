import numpy as np
import tensorflow as tf

rates = np.array([0.5, 0.25])  # float64

weights = []
for rate in rates:
    optimizer = tf.keras.optimizers.SGD(learning_rate=rate)
    weight = tf.Variable(1.0)
    optimizer.apply_gradients([(tf.constant(1.0), weight)])
    weights.append(weight.numpy())

result = {"weight after one step with each rate": weights}

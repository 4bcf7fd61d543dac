import tensorflow as tf
from tensorflow.keras.optimizers import SGD

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
model.compile(optimizer=SGD(0.1), loss="mse")
model.fit(tf.constant([[1.0, 1.0]]), tf.constant([[0.0]]), verbose=0)
result = model.get_weights()[0]

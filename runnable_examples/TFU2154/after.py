import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(2, input_shape=(3,)), tf.keras.layers.Dense(1)])

result = {"shapes of kernels": [layer.get_weights()[0].shape for layer in model.layers if layer.weights]}

import tensorflow as tf

loss = tf.keras.losses.MeanSquaredError()

result = loss([[0.0, 1.0], [0.0, 0.0]], [[1.0, 1.0], [1.0, 0.0]]).numpy()

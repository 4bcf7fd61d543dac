import tensorflow as tf

loss = tf.keras.losses.MeanSquaredError()

result = loss(tf.constant([[0.0, 1.0], [0.0, 0.0]]), tf.constant([[1.0, 1.0], [1.0, 0.0]])).numpy()

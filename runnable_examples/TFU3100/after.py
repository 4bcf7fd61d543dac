import tensorflow as tf

loss = tf.keras.losses.BinaryFocalCrossentropy(gamma=5.0)
value = loss(tf.constant([[1.0]]), tf.constant([[0.5]]))

result = {"loss": float(value)}

import tensorflow as tf

loss = tf.keras.losses.CategoricalCrossentropy(False, 0, reduction="none")
value = loss(tf.constant([[1.0, 0.0], [0.0, 1.0]]), tf.constant([[0.5, 0.5], [0.5, 0.5]]))

result = {"loss of each example": value}

import tensorflow as tf

value = tf.keras.losses.binary_focal_crossentropy(tf.constant([[1.0]]), tf.constant([[0.5]]), gamma=5.0)

result = {"loss": float(value[0])}

import tensorflow as tf

y_true = tf.constant([[0.0], [0.0]])
y_pred = tf.constant([[1.0], [0.0]])
result = {"loss of each sample": tf.keras.losses.log_cosh(y_true, y_pred).numpy()}

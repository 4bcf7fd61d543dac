import tensorflow as tf


def root_error(y_true, y_pred):
    return tf.sqrt(tf.keras.metrics.mse(y_true, y_pred))


y_true = tf.constant([[0.0], [0.0]])
y_pred = tf.constant([[1.0], [3.0]])
result = {"error of each sample": root_error(y_true, y_pred).numpy()}

import tensorflow as tf


class Doubled(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        return 2.0 * tf.keras.losses.binary_crossentropy(y_true, y_pred)


y_true = tf.constant([1.0, 0.0])
y_pred = tf.constant([[0.5], [0.5]])
result = float(Doubled()(y_true, y_pred))

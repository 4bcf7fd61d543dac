import tensorflow as tf


class CrossEntropy(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.nn.sparse_softmax_cross_entropy_with_logits(tf.cast(y_true, tf.int32), y_pred)


result = CrossEntropy()(tf.constant([1, 0]), tf.constant([[0.0, 0.0], [0.0, 0.0]])).numpy()

import tensorflow as tf
from tensorflow.keras import backend as K


def dice_loss(y_true, y_pred):
    overlap = K.sum(K.flatten(y_true) * K.flatten(y_pred))
    return 1 - 2 * overlap / (K.sum(y_true) + K.sum(y_pred))


result = dice_loss(tf.constant([1.0, 0.0]), tf.constant([1.0, 1.0]))

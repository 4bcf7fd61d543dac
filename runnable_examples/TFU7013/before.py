import tensorflow as tf


def describe(x):
    return "tensor" if isinstance(x, tf.Tensor) else "not a tensor"


x = tf.keras.Input(shape=(3,))
result = {
    "constant": describe(tf.constant([1.0])),
    "list": describe([1.0]),
    "input of a Keras model": describe(x),
}

import tensorflow as tf


def double(x):
    return 2 * x


function = tf.keras.utils.deserialize_keras_object("double", custom_objects={"double": double})

result = {"twice 3": function(3)}

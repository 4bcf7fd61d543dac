import tensorflow as tf

nothing = tf.data.experimental.Optional.none_from_structure(tf.TensorSpec((2,), tf.int32))

result = {"has a value": bool(nothing.has_value())}

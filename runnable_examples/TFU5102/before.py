import tensorflow as tf

optional = tf.data.experimental.Optional.from_value(tf.constant([1, 2]))

result = {"shape": list(optional.value_structure.shape)}

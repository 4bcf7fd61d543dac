import tensorflow as tf

iterator = iter(tf.data.Dataset.range(1))
first = tf.data.experimental.get_next_as_optional(iterator)
second = tf.data.experimental.get_next_as_optional(iterator)

result = {"there is a first": bool(first.has_value()), "there is a second": bool(second.has_value())}

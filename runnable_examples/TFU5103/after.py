import tensorflow as tf

iterator = iter(tf.data.Dataset.range(1))
first = iterator.get_next_as_optional()
second = iterator.get_next_as_optional()

result = {"there is a first": bool(first.has_value()), "there is a second": bool(second.has_value())}

import tensorflow as tf

pairs = tf.data.Dataset.from_tensor_slices((tf.constant(["a", "b"]), tf.constant([1, 2], tf.int64)))
initializer = tf.lookup.experimental.DatasetInitializer(pairs)
table = tf.lookup.StaticHashTable(initializer, -1)

result = {"b": int(table.lookup(tf.constant("b")))}

import tensorflow as tf

features = {"age": tf.constant([[30.0], [60.0]]), "height": tf.constant([[1.6], [1.8]])}
columns = ["height", "age"]
inputs = tf.concat([features[name] for name in sorted(columns)], axis=1)
result = inputs

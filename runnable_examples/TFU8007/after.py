import tensorflow as tf

features = {"age": tf.constant([[30.0], [60.0]]), "height": tf.constant([[1.6], [1.8]])}
columns = ["age", "height"]
inputs = tf.concat([features[name] for name in columns], axis=1)
result = inputs

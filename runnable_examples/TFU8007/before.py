import tensorflow as tf

features = {"age": tf.constant([[30.0], [60.0]]), "height": tf.constant([[1.6], [1.8]])}
columns = [tf.feature_column.numeric_column("height"), tf.feature_column.numeric_column("age")]
inputs = tf.keras.layers.DenseFeatures(columns)(features)
result = inputs

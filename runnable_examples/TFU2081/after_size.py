import tensorflow as tf

layer = tf.keras.layers.StringLookup(vocabulary=["cat", "dog"])

result = {"size of the vocabulary": layer.vocabulary_size()}

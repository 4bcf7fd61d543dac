import tensorflow as tf

layer = tf.keras.layers.Normalization()
data = tf.data.Dataset.from_tensor_slices([[1.0], [3.0]]).batch(1).repeat()
layer.adapt(data, steps=2)
result = [[round(float(value), 2)] for value in layer(tf.constant([[1.0], [3.0]]))]

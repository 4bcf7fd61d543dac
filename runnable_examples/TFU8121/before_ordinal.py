import tensorflow as tf

result = tf.keras.utils.to_ordinal([0, 1, 2], 3).tolist()

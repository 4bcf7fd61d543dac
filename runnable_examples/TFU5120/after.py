import tensorflow as tf

labels = tf.keras.utils.to_categorical([0, 1], 2).astype("float32")
loss = tf.keras.losses.binary_crossentropy(labels, labels)
result = {"type of the labels": str(labels.dtype), "bytes": labels.nbytes}

import tensorflow as tf

labels = tf.keras.utils.to_categorical([0, 1], num_classes=2)
result = labels.tolist()

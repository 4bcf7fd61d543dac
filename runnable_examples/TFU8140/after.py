import tensorflow as tf

layer = tf.keras.layers.BatchNormalization(epsilon=0.0)
result = layer(tf.constant([[3.0]]), training=False).numpy().tolist()

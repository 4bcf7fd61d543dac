import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(2), tf.keras.layers.Dense(1)])
dense = [layer for layer in model.layers if isinstance(layer, tf.keras.layers.Dense)]
result = {"dense layers": len(dense)}

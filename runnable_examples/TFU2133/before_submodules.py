import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(2), tf.keras.layers.Dense(1)])
dense = [module for module in model.submodules if isinstance(module, tf.keras.layers.Dense)]
result = {"dense layers": len(dense)}

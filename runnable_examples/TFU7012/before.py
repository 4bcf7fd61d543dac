import tensorflow as tf

initializer = tf.keras.initializers.GlorotUniform(seed=1)
result = initializer(shape=(2, 2))

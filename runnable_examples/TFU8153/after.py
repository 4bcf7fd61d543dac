import tensorflow as tf

x = tf.keras.Input((2,))

result = {"symbolic": tf.keras.backend.is_keras_tensor(x)}

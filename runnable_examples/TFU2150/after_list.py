import tensorflow as tf

result = tf.keras.layers.ReLU()(tf.constant([-1.0, 2.0])).numpy()

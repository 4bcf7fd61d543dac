import tensorflow as tf

optimizer = tf.keras.optimizers.Adam(0.1, 0.9, 0.999, 1e-7, False, "adam")
weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight": weight.numpy()}

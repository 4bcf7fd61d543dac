import tensorflow as tf

optimizer = tf.keras.optimizers.Ftrl(0.1, -0.5, 0.1, 0.0, 0.0, name="ftrl")
weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight": weight.numpy()}

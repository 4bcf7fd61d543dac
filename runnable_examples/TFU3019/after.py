import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(learning_rate=0.5)
weight = tf.Variable(3.0)

optimizer.apply_gradients([(tf.constant(1.0), weight)])
optimizer.learning_rate.assign(1.0)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after steps of 0.5 and 1": weight.numpy()}

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.25)
optimizer.learning_rate.assign(0.5)
weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after one step of 0.5": weight.numpy()}

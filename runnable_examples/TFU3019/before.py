import tensorflow as tf

learning_rate = tf.Variable(0.5, trainable=False)
optimizer = tf.keras.optimizers.SGD(learning_rate=learning_rate)
weight = tf.Variable(3.0)

optimizer.apply_gradients([(tf.constant(1.0), weight)])
learning_rate.assign(1.0)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after steps of 0.5 and 1": weight.numpy()}

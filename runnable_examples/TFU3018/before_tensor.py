import tensorflow as tf

batch_size = tf.constant(8.0)
optimizer = tf.keras.optimizers.SGD(learning_rate=0.0625 * batch_size)
weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after one step of 0.5": weight.numpy()}

import tensorflow as tf

optimizer = tf.keras.optimizers.Adadelta(learning_rate=1.0)
weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(0.0), weight)])

result = {"weight after a step without gradient": weight.numpy()}

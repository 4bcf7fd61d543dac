import tensorflow as tf
from tensorflow.keras.optimizers import SGD

optimizer = SGD(learning_rate=0.5)
weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after one step": weight.numpy()}

import tensorflow as tf


def halve(gradients_and_variables):
    return [(gradient / 2, variable) for gradient, variable in gradients_and_variables]


optimizer = tf.keras.optimizers.SGD(0.1, gradient_transformers=[halve])

weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(2.0), weight)])
result = {"weight": weight.numpy()}

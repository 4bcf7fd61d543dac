import tensorflow as tf


def train(optimizer, weight, gradient):
    optimizer.apply_gradients([(tf.constant(gradient), weight)])


def variables_of(optimizer):
    variables = optimizer.variables  # a method up to 2.11, a list in Keras 3
    return variables() if callable(variables) else variables


optimizer, weight = tf.keras.optimizers.SGD(0.5, momentum=0.5), tf.Variable(1.0)
train(optimizer, weight, 1.0)
state = [variable.numpy() for variable in variables_of(optimizer)]

resumed = tf.keras.optimizers.SGD(0.5, momentum=0.5)
train(resumed, weight, 0.0)  # creates the slots and changes nothing
resumed.set_weights(state)
train(resumed, weight, 1.0)

result = {"weight after resuming": weight.numpy(), "steps": resumed.iterations.numpy()}

import tensorflow as tf


def halve(gradients_and_variables):
    return [(gradient / 2, variable) for gradient, variable in gradients_and_variables]


class HalvingSGD(tf.keras.optimizers.SGD):
    def apply_gradients(self, gradients_and_variables, *args, **kwargs):
        return super().apply_gradients(halve(gradients_and_variables), *args, **kwargs)


optimizer = HalvingSGD(0.1)

weight = tf.Variable(1.0)
optimizer.apply_gradients([(tf.constant(2.0), weight)])
result = {"weight": weight.numpy()}

import tensorflow as tf


class SignSGD(tf.keras.optimizers.SGD):
    def apply_gradients(self, grads_and_vars, *args, **kwargs):
        changed = [(tf.sign(grad), var) for grad, var in grads_and_vars]
        return super().apply_gradients(changed, *args, **kwargs)


optimizer = SignSGD(learning_rate=0.5)
weight = tf.Variable(10.0)
optimizer.apply_gradients([(tf.constant(8.0), weight)])

result = {"weight after one step": weight.numpy()}

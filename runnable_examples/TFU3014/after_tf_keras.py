import tensorflow as tf


class SignSGD(tf.keras.optimizers.legacy.SGD):
    def _resource_apply_dense(self, grad, var, apply_state=None):
        return super()._resource_apply_dense(tf.sign(grad), var, apply_state)


optimizer = SignSGD(learning_rate=0.5)
weight = tf.Variable(10.0)
optimizer.apply_gradients([(tf.constant(8.0), weight)])

result = {"weight after one step": weight.numpy()}

import tensorflow as tf


class Momentum(tf.keras.optimizers.legacy.Optimizer):
    def __init__(self, learning_rate=0.01, momentum=0.9, name="Momentum", **kwargs):
        super().__init__(name, **kwargs)
        self._set_hyper("learning_rate", learning_rate)
        self.momentum = momentum

    def _create_slots(self, var_list):
        for var in var_list:
            self.add_slot(var, "velocity")

    def _resource_apply_dense(self, grad, var, apply_state=None):
        learning_rate = self._get_hyper("learning_rate", var.dtype)
        velocity = self.get_slot(var, "velocity")
        velocity.assign(self.momentum * velocity - learning_rate * grad)
        return var.assign_add(velocity)

    def get_config(self):
        learning_rate = self._serialize_hyperparameter("learning_rate")
        return dict(super().get_config(), learning_rate=learning_rate, momentum=self.momentum)


optimizer = Momentum(learning_rate=0.5, momentum=0.5)
weight = tf.Variable(1.0)
for _ in range(2):
    optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after two steps": weight.numpy()}

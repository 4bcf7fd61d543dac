import tensorflow as tf


class Momentum(tf.keras.optimizers.Optimizer):
    def __init__(self, learning_rate=0.01, momentum=0.9, name="Momentum", **kwargs):
        super().__init__(learning_rate=learning_rate, name=name, **kwargs)
        self.momentum = momentum

    def build(self, var_list):
        if self.built:
            return
        super().build(var_list)
        self.velocities = [self.add_variable_from_reference(var, "velocity") for var in var_list]

    def update_step(self, grad, var, learning_rate):
        velocity = self.velocities[self._get_variable_index(var)]
        velocity.assign(self.momentum * velocity - learning_rate * grad)
        var.assign_add(velocity)

    def get_config(self):
        return dict(super().get_config(), momentum=self.momentum)


optimizer = Momentum(learning_rate=0.5, momentum=0.5)
weight = tf.Variable(1.0)
for _ in range(2):
    optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after two steps": weight.numpy()}

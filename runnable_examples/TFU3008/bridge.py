import tensorflow as tf


class Momentum(tf.keras.optimizers.SGD):
    """Keeps its own state, and lets SGD do no more than subtract learning rate times update."""

    def __init__(self, learning_rate=0.01, decay_of_velocity=0.9, name="Momentum", **kwargs):
        super().__init__(learning_rate, name=name, **kwargs)
        self.decay_of_velocity = decay_of_velocity
        self._velocities = {}

    def apply_gradients(self, grads_and_vars, *args, **kwargs):
        updates = []
        for grad, var in grads_and_vars:
            if id(var) not in self._velocities:
                self._velocities[id(var)] = tf.Variable(tf.zeros_like(grad), trainable=False)
            velocity = self._velocities[id(var)]
            velocity.assign(self.decay_of_velocity * velocity + grad)
            updates.append((tf.convert_to_tensor(velocity), var))
        return super().apply_gradients(updates, *args, **kwargs)


optimizer = Momentum(learning_rate=0.5, decay_of_velocity=0.5)
weight = tf.Variable(1.0)
for _ in range(2):
    optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after two steps": weight.numpy()}

import tensorflow as tf


class InverseStep(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, first):
        self.first = first

    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        return self.first / (step + 1)


optimizer = tf.keras.optimizers.SGD(InverseStep(1.0))
weight = tf.Variable(3.0)
for _ in range(2):
    optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after steps of 1 and 0.5": weight.numpy()}

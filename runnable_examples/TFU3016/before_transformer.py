import tensorflow as tf


class Transformer(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, size, warmup):
        self.size, self.warmup = float(size), warmup

    def __call__(self, step):
        slower = tf.math.rsqrt(step)
        faster = step * self.warmup**-1.5
        return tf.math.rsqrt(self.size) * tf.math.minimum(slower, faster)


optimizer = tf.keras.optimizers.SGD(Transformer(size=16, warmup=4))
weight = tf.Variable(3.0)
for _ in range(3):
    optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after steps of 0, 1/32 and 2/32": weight.numpy()}

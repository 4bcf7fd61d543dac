import tensorflow as tf


class LinearCosineDecay(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, initial_learning_rate, decay_steps):
        self.initial_learning_rate = initial_learning_rate
        self.decay_steps = decay_steps

    def __call__(self, step):
        rate = tf.compat.v1.train.linear_cosine_decay(self.initial_learning_rate, step, self.decay_steps)
        return rate() if callable(rate) else rate


schedule = LinearCosineDecay(0.1, 10)

result = {"rate at step 5": float(schedule(5))}

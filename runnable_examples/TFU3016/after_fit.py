import numpy as np
import tensorflow as tf


class InverseStep(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, first):
        self.first = first

    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        return self.first / (step + 1)


model = tf.keras.Sequential([tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(InverseStep(0.25)), loss="mse")
x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=2, verbose=0)

result = {"weight after steps of 0.25 and 0.125": float(model.get_weights()[0][0, 0])}

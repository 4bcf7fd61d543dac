import numpy as np
import tensorflow as tf


class LogLearningRate(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seen = []

    def on_epoch_end(self, epoch, logs=None):
        self.seen.append(float(tf.keras.backend.get_value(self.model.optimizer.lr)))


model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.SGD(0.25), loss="mse")
log = LogLearningRate()
model.fit(np.ones((4, 1)), np.zeros((4, 1)), epochs=2, verbose=0, callbacks=[log])

result = {"learning rate of each epoch": log.seen}

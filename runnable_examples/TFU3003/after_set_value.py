import numpy as np
import tensorflow as tf


class Halve(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        lr = float(tf.keras.backend.get_value(self.model.optimizer.learning_rate))
        self.model.optimizer.learning_rate.assign(lr * 0.5)


model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)
model.compile(optimizer=tf.keras.optimizers.SGD(0.25), loss="mse")
x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=2, verbose=0, callbacks=[Halve()])

result = {"weight after steps of 0.25 and 0.125": model.get_weights()[0].tolist()}

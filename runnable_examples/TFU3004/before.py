import numpy as np
import tensorflow as tf


class StopLearning(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 1:
            self.model.optimizer.lr = 0.0


model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)
model.compile(optimizer=tf.keras.optimizers.SGD(0.25), loss="mse")
x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=3, verbose=0, callbacks=[StopLearning()])

result = {"weight after 1 step of 0.25 and 2 of 0": model.get_weights()[0].tolist()}

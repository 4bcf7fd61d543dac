import numpy as np
import tensorflow as tf


class Plot(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.shown = {name: float(logs[name]) for name in self.params["metrics"] if name in logs}


model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
x, y = np.full((4, 1), 2.0, "float32"), np.zeros((4, 1), "float32")
plot = Plot()
model.fit(x, y, callbacks=[plot], verbose=0)
result = plot.shown

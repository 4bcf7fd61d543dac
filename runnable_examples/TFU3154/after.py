import numpy as np
import tensorflow as tf


class Count(tf.keras.callbacks.Callback):
    epochs = 0

    def on_epoch_end(self, epoch, logs=None):
        self.epochs += 1


count = Count()
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
model.compile("sgd", "mse")
model.fit(np.ones([4, 1]), np.ones([4, 1]), epochs=3, callbacks=[count])

result = {"epochs that were counted": count.epochs}

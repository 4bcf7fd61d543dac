import glob

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((8, 1), "float32"), np.zeros((8, 1), "float32")


def save_every_second_epoch(epoch, logs):
    if (epoch + 1) % 2 == 0:
        model.save("epoch{:02d}.keras".format(epoch + 1))


checkpoint = tf.keras.callbacks.LambdaCallback(on_epoch_end=save_every_second_epoch)

model.fit(x, y, batch_size=2, epochs=4, callbacks=[checkpoint], verbose=0)
result = {"files": sorted(glob.glob("*.keras"))}

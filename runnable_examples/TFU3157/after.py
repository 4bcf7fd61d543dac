import numpy as np
import tensorflow as tf


class Data(tf.keras.utils.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return np.ones([2, 1]), np.zeros([2, 1])


class Count(tf.keras.callbacks.Callback):
    batches = 0

    def on_train_batch_end(self, batch, logs=None):
        self.batches += 1


count = Count()
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
model.compile("sgd", "mse")
model.fit(Data(), epochs=2, callbacks=[count])

result = {"batches that were trained on": count.batches}

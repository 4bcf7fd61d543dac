import numpy as np
import tensorflow as tf


class Count:
    epochs = 0

    def set_model(self, model):
        pass

    def set_params(self, params):
        pass

    def on_epoch_end(self, epoch, logs=None):
        self.epochs += 1

    def ignore(self, *args, **kwargs):
        pass

    on_train_begin = on_train_end = on_epoch_begin = ignore
    on_batch_begin = on_batch_end = on_train_batch_begin = on_train_batch_end = ignore
    on_test_begin = on_test_end = on_test_batch_begin = on_test_batch_end = ignore
    on_predict_begin = on_predict_end = on_predict_batch_begin = on_predict_batch_end = ignore


count = Count()
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
model.compile("sgd", "mse")
model.fit(np.ones([4, 1]), np.ones([4, 1]), epochs=3, callbacks=[count])

result = {"epochs that were counted": count.epochs}

import numpy as np
import tensorflow as tf


class OldLSTM(tf.keras.layers.LSTM):
    def __init__(self, *args, time_major=False, **kwargs):
        super().__init__(*args, **kwargs)


model = tf.keras.models.load_model("model.h5", custom_objects={"LSTM": OldLSTM}, compile=False)

x = np.ones((1, 2, 1), "float32")
result = {"prediction": model.predict(x, verbose=0)}

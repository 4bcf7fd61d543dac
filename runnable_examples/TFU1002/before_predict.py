import numpy as np
import tensorflow as tf

tf.compat.v1.disable_eager_execution()

model = tf.keras.Sequential(
    [tf.keras.Input((2,)), tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)

result = {"prediction": model.predict(np.ones((1, 2), "float32"), verbose=0).tolist()}

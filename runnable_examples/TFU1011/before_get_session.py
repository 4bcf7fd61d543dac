import numpy as np
import tensorflow as tf

tf.compat.v1.disable_eager_execution()

model = tf.keras.Sequential(
    [tf.keras.Input((2,)), tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)
session = tf.compat.v1.keras.backend.get_session()

result = {"output": session.run(model.output, {model.input: np.ones((1, 2))}).tolist()}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)

latest = tf.train.latest_checkpoint("checkpoints")
tf.train.Checkpoint(model=model).restore(latest)

result = {"prediction": model(np.array([[1.0, 2.0]], "float32")).numpy()}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs))
path = tf.train.Checkpoint(model=model).save("checkpoints/ckpt")

saved = tf.train.load_checkpoint(path)
(key,) = [key for key in saved.get_variable_to_shape_map() if "kernel/" in key]
result = {"kernel": saved.get_tensor(key)}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs))
kernel = tf.train.Checkpoint(kernel=model.layers[1].kernel)
path = kernel.save("checkpoints/ckpt")

key = "kernel/.ATTRIBUTES/VARIABLE_VALUE"
result = {"kernel": tf.train.load_checkpoint(path).get_tensor(key)}

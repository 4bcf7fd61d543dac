import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs))
path = tf.train.Checkpoint(model=model).save("checkpoints/ckpt")

key = "model/layer_with_weights-0/kernel/.ATTRIBUTES/VARIABLE_VALUE"
result = {"kernel": tf.train.load_checkpoint(path).get_tensor(key)}

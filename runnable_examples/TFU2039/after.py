import numpy as np
import tensorflow as tf

query = np.zeros((1, 2, 1), "float32")
value = np.array([[[1.0], [3.0]]], "float32")

layer = tf.keras.layers.Attention()

result = layer([query, value], use_causal_mask=True)

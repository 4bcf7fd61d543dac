import tensorflow as tf
from tensorflow.python.layers import normalization

layer = normalization.BatchNormalization(epsilon=0.0)
result = layer(tf.constant([[3.0]]), training=False).numpy().tolist()

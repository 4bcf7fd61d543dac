import tensorflow as tf

batch_size = 256 if tf.config.experimental.list_physical_devices("GPU") else 32
result = batch_size

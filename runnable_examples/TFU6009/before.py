import tensorflow as tf

batch_size = 256 if tf.test.is_gpu_available() else 32
result = batch_size

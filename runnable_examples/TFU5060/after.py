import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "2"  # before the first import of TensorFlow; hides other warnings as well

import tensorflow as tf

dataset = tf.data.Dataset.range(5)
result = [int(x) for x in dataset]

import numpy as np
import tensorflow as tf

strategy = tf.distribute.MirroredStrategy(["/cpu:0"])

numbers = np.array([1.0, 2.0, 3.0, 4.0])
dataset = strategy.experimental_make_numpy_dataset(numbers).batch(2)
result = [batch for batch in dataset]

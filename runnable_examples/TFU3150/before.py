import copy

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.5)
twin = copy.deepcopy(optimizer)

result = twin.learning_rate.numpy()

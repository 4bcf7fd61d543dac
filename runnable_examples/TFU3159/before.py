import pickle

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.5)
twin = pickle.loads(pickle.dumps(optimizer))

result = twin.learning_rate.numpy()

import pickle

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.5)
twin = type(optimizer).from_config(pickle.loads(pickle.dumps(optimizer.get_config())))

result = twin.learning_rate.numpy()

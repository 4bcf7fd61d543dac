import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.5)
weight = tf.Variable(1.0)
path = tf.train.Checkpoint(weight=weight, optimizer=optimizer).save("saved")
weight.assign(2.0)
tf.train.Checkpoint(weight=weight, optimizer=optimizer).restore(path)
result = float(weight)

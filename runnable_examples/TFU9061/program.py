import tensorflow as tf

weight = tf.Variable(1.0)
optimizer = tf.keras.optimizers.Adam(0.1)
saved = tf.train.Checkpoint(weight=weight, optimizer=optimizer).save("saved")
result = float(weight)

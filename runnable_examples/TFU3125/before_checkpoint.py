import tensorflow as tf

metric = tf.keras.metrics.Mean()
metric.update_state(4.0)
path = tf.train.Checkpoint(metric=metric).save("checkpoint")

restored = tf.keras.metrics.Mean()
tf.train.Checkpoint(metric=restored).restore(path)
result = float(restored.result())

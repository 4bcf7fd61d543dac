import tensorflow as tf

metric = tf.keras.metrics.Mean()
metric.update_state(4.0)
state = [tf.Variable(variable.numpy()) for variable in metric.variables]
path = tf.train.Checkpoint(metric=state).save("checkpoint")

restored = tf.keras.metrics.Mean()
tf.train.Checkpoint(metric=state).restore(path)
for variable, value in zip(restored.variables, state):
    variable.assign(value)
result = float(restored.result())

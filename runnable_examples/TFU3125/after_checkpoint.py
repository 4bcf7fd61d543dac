import tensorflow as tf

metric = tf.keras.metrics.Mean()
metric.update_state(4.0)
state = [tf.Variable(variable.numpy()) for variable in metric.variables]
path = tf.train.Checkpoint(total=state[0], count=state[1]).save("checkpoint")

restored = tf.keras.metrics.Mean()
tf.train.Checkpoint(total=state[0], count=state[1]).restore(path)
for variable, value in zip(restored.variables, state):
    variable.assign(value)
result = float(restored.result())

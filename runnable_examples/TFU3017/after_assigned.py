import tensorflow as tf

schedule = tf.keras.optimizers.schedules.PiecewiseConstantDecay([1], [0.5, 0.25])
optimizer = tf.keras.optimizers.SGD(0.5)
weight = tf.Variable(3.0)
for step in range(3):
    optimizer.learning_rate = 0.0 if step == 2 else float(schedule(step))
    optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"weight after steps of 0.5, 0.5 and 0": weight.numpy()}

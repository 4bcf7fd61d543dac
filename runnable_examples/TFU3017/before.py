import tensorflow as tf

schedule = tf.keras.optimizers.schedules.PiecewiseConstantDecay([1], [0.5, 0.25])
optimizer = tf.keras.optimizers.SGD(schedule)
weight = tf.Variable(3.0)
for _ in range(3):
    optimizer.apply_gradients([(tf.constant(1.0), weight)])

result = {"learning rate now": optimizer.learning_rate(optimizer.iterations).numpy()}

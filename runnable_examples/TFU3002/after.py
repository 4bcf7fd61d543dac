import tensorflow as tf

schedule = tf.keras.optimizers.schedules.InverseTimeDecay(
    initial_learning_rate=1.0, decay_steps=1, decay_rate=1.0
)
optimizer = tf.keras.optimizers.SGD(learning_rate=schedule)
weight = tf.Variable(10.0)
gradient = tf.constant(1.0)

steps = []
for _ in range(3):
    before = weight.numpy()
    optimizer.apply_gradients([(gradient, weight)])
    steps.append(float(before - weight.numpy()))

result = {"learning rate used in steps 1, 2 and 3": steps}

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(learning_rate=1.0, decay=1.0)
weight = tf.Variable(10.0)
gradient = tf.constant(1.0)

steps = []
for _ in range(3):
    before = weight.numpy()
    optimizer.apply_gradients([(gradient, weight)])
    steps.append(float(before - weight.numpy()))

result = {"learning rate used in steps 1, 2 and 3": steps}

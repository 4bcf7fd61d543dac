import tensorflow as tf

optimizer = tf.keras.optimizers.RMSprop(learning_rate=0.01, epsilon=1e-14)
weight = tf.Variable(1.0)

for _ in range(20):
    optimizer.apply_gradients([(tf.constant(1e-4), weight)])

result = {"weight after 20 steps with small gradients": weight.numpy()}

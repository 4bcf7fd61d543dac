import tensorflow as tf

weight = tf.Variable(3.0)
optimizer = tf.keras.optimizers.SGD(0.25)


def loss():
    return weight * weight


for _ in range(2):
    with tf.GradientTape() as tape:
        value = loss()
    optimizer.apply_gradients(zip(tape.gradient(value, [weight]), [weight]))

result = {"weight after two steps": weight.numpy()}

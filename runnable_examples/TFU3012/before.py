import tensorflow as tf

weight = tf.Variable(3.0)
optimizer = tf.keras.optimizers.SGD(0.25)


def loss():
    return weight * weight


for _ in range(2):
    optimizer.minimize(loss, var_list=[weight])

result = {"weight after two steps": weight.numpy()}

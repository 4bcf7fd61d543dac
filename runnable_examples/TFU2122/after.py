import tensorflow as tf


class Scaled(tf.Module):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
        self.scale = tf.Variable(1.0)

    def __call__(self, x):
        return self.scale * self.dense(x)


model = Scaled()
x = tf.constant([[2.0]])
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(model(x))
variables = [model.scale] + model.dense.trainable_variables
for variable, gradient in zip(variables, tape.gradient(loss, variables)):
    variable.assign_sub(0.1 * gradient)
result = {"trainable variables": len(variables), "output after a step": round(float(model(x)[0, 0]), 4)}

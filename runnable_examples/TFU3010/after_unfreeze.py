import tensorflow as tf


def train(model, optimizer):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(model(tf.ones((1, 1))))
    variables = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


base = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
head = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
model = tf.keras.Sequential([base, head])
model.build((None, 1))
optimizer = tf.keras.optimizers.SGD(0.25)

base.trainable = False
train(model, optimizer)
base.trainable = True
optimizer = tf.keras.optimizers.SGD(0.25)
train(model, optimizer)

result = [weight.tolist() for weight in model.get_weights()]

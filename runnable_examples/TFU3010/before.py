import tensorflow as tf


def new_model():
    model = tf.keras.Sequential(
        [tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
    )
    model.build((None, 1))
    return model


def train(model, optimizer):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(model(tf.ones((1, 1))))
    variables = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


generator, discriminator = new_model(), new_model()
optimizer = tf.keras.optimizers.SGD(0.25)
train(generator, optimizer)
train(discriminator, optimizer)

result = {
    "weight of the first": generator.get_weights()[0].tolist(),
    "weight of the second": discriminator.get_weights()[0].tolist(),
}

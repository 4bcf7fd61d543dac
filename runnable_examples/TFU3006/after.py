import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((1,))
outputs = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
optimizer = tf.keras.optimizers.SGD(0.25)


def train(x, target):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(target - model(x, training=True)))
    gradients = tape.gradient(loss, model.trainable_weights)
    optimizer.apply_gradients(zip(gradients, model.trainable_weights))
    return loss


x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
losses = [float(train(x, y)) for _ in range(2)]

result = {"losses": losses, "weight": model.get_weights()[0].tolist()}

import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.Input(shape=(1,)),
    tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False),
])
model.compile("sgd", "mse")


def train_step(x, y):
    return model.train_on_batch(x, y)


train_step(tf.ones((1, 1)), tf.zeros((1, 1)))

result = {"weight after one step": model.get_weights()[0]}

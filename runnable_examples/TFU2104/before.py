import tensorflow as tf

cell = tf.keras.experimental.PeepholeLSTMCell(
    1,
    recurrent_activation="sigmoid",
    kernel_initializer="ones",
    recurrent_initializer="ones",
    unit_forget_bias=False,
)
layer = tf.keras.layers.RNN(cell)

result = {"output": layer(tf.ones((1, 3, 2)))}

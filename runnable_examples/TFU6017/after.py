import tensorflow as tf

strategy = tf.distribute.OneDeviceStrategy("/cpu:0")

with strategy.scope():
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
    model.build((None, 2))
    model.compile(tf.keras.optimizers.SGD(0.1), "mse")

x, y = tf.constant([[1.0, 1.0], [2.0, 2.0]]), tf.constant([[0.0], [0.0]])
history = model.fit(x, y, batch_size=2, shuffle=False, verbose=0)
result = {"loss": history.history["loss"][0], "weights after one step": model.get_weights()[0]}

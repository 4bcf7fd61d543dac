import tensorflow as tf

cpu = tf.config.experimental.list_physical_devices("CPU")[0]
tf.config.experimental.set_virtual_device_configuration(
    cpu, [tf.config.experimental.VirtualDeviceConfiguration()] * 2
)
strategy = tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"])

with strategy.scope():
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
    model.build((None, 2))
    model.compile(tf.keras.optimizers.SGD(0.1), "mse")

x, y = tf.constant([[1.0, 1.0], [2.0, 2.0]]), tf.constant([[0.0], [0.0]])
history = model.fit(x, y, batch_size=2, shuffle=False, verbose=0)
result = {"loss": history.history["loss"][0], "weights after one step": model.get_weights()[0]}

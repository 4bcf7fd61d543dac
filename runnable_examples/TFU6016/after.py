import tensorflow as tf

gpus = len(tf.config.experimental.list_physical_devices("GPU"))
strategy = tf.distribute.MirroredStrategy() if gpus > 1 else tf.distribute.get_strategy()
with strategy.scope():
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones")])
    model.compile("sgd", "mse")
result = model.predict(tf.constant([[1.0, 2.0]]))

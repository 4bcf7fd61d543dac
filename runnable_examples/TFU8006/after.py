import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(tf.keras.optimizers.SGD(0.2), "mse")
model.fit(tf.constant([[1.0]]), tf.constant([[1.0]]), verbose=0)
result = float(model.predict(tf.constant([[1.0]]), verbose=0)[0, 0])

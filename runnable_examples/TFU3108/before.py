import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
model.compile("sgd", "mse", loss_weights=[2.0])

result = {"weight of the loss": model.loss_weights[0]}

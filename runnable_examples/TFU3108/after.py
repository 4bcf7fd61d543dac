import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
loss_weights = [2.0]
model.compile("sgd", "mse", loss_weights=loss_weights)

result = {"weight of the loss": loss_weights[0]}

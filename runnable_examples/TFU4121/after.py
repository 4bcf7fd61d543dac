import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.Input((2, 2, 1)), tf.keras.layers.RandomRotation(0.1), tf.keras.layers.Flatten(), tf.keras.layers.Dense(1)]
)
model.load_weights("model.keras")
result = float(model(tf.ones((1, 2, 2, 1)))[0, 0])

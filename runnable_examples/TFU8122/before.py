import tensorflow as tf

model = tf.keras.applications.MobileNet(
    weights=None, input_shape=(32, 32, 3), classes=2, backend=tf.keras.backend, layers=tf.keras.layers
)
result = list(model.output_shape)

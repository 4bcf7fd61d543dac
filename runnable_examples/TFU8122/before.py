import tensorflow as tf

model = tf.keras.applications.MobileNet(
    weights=None, input_shape=(32, 32, 3), classes=2, layers=tf.keras.layers
)
result = list(model.output_shape)

import tensorflow as tf

model = tf.keras.applications.VGG16(weights=None, input_shape=(32, 32, 3), classes=2)
result = list(model.output_shape)

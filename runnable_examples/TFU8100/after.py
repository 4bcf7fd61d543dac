import tensorflow as tf

keras = tf.keras
model = tf.keras.applications.MobileNet(
    alpha=0.25, weights=None
)

result = {"parameters": model.count_params()}

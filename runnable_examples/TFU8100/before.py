import tensorflow as tf

keras = tf.keras
model = tf.keras.applications.MobileNet(
    alpha=0.25, weights=None, backend=keras.backend, layers=keras.layers, models=keras.models, utils=keras.utils
)

result = {"parameters": model.count_params()}

import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.Input(shape=(2,)),
    tf.keras.layers.Rescaling(0.5),
    tf.keras.layers.Dense(1, kernel_initializer="ones"),
])

model.export("exported")
converter = tf.lite.TFLiteConverter.from_saved_model("exported")
flat = converter.convert()

result = {"is a TensorFlow Lite file": flat[4:8] == b"TFL3"}

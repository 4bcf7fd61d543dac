import tensorflow as tf

model = tf.keras.models.load_model("model.h5")
result = {"prediction": model.predict(tf.constant([[10.0, 20.0]]))}

import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")

model.save("model.h5", True, False)

loaded = tf.keras.models.load_model("model.h5")
result = {"optimizer in the file": getattr(loaded, "optimizer", None) is not None}

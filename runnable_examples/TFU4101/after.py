import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1)])
model.compile("sgd", "mse")

bare = tf.keras.Model(model.inputs, model.outputs)
bare.save("model.keras")

loaded = tf.keras.models.load_model("model.keras")
result = {"optimizer in the file": getattr(loaded, "optimizer", None) is not None}

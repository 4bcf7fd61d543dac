import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
spec = tf.TensorSpec((None, 1), tf.float32)
archive = tf.keras.export.ExportArchive()
archive.track(model)
archive.add_endpoint("double", lambda x: {"doubled": 2 * model(x)}, [spec])
archive.write_out("served")

served = tf.saved_model.load("served")
result = {"doubled": served.signatures["double"](tf.constant([[3.0]]))["doubled"]}

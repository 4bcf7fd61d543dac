import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
spec = tf.TensorSpec((None, 1), tf.float32)
double = tf.function(lambda x: {"doubled": 2 * model(x)}).get_concrete_function(spec)
tf.saved_model.save(model, "served", signatures={"double": double})

served = tf.saved_model.load("served")
result = {"doubled": served.signatures["double"](tf.constant([[3.0]]))["doubled"]}

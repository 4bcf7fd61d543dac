import tensorflow as tf

inputs = tf.keras.Input(shape=(2,))
scaled = tf.keras.layers.Lambda(lambda x: x / 10.0)(inputs)
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(scaled)
model = tf.keras.Model(inputs, outputs)
model.save("model.h5")
result = {"prediction": model.predict(tf.constant([[10.0, 20.0]]))}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(2, activation=tf.nn.softmax, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.save("model.keras")

loaded = tf.keras.models.load_model("model.keras", compile=False)
result = loaded.predict(np.array([[1.0, 2.0]], "float32"), verbose=0).tolist()

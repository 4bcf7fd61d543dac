import numpy as np
import tensorflow as tf

double = tf.keras.layers.Lambda(lambda x: x * 2)

inputs = tf.keras.Input(shape=(2,))
model = tf.keras.Model(inputs, double(inputs))
model.save("model.keras")
loaded = tf.keras.models.load_model("model.keras")

result = loaded.predict(np.ones((1, 2), "float32"), verbose=0)

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs))
tf.saved_model.save(model, "model")
loaded = tf.keras.models.load_model("model", compile=False)

result = {"prediction": loaded.predict(np.ones((1, 2), "float32"), verbose=0)}

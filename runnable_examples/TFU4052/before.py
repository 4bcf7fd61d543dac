import numpy as np
import tensorflow as tf


def leaky(x):
    return tf.maximum(0.1 * x, x)


inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, activation=leaky, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.save("model.h5")
loaded = tf.keras.models.load_model("model.h5", custom_objects={"leaky": leaky})

result = {"prediction": loaded.predict(np.array([[-3.0, 1.0]], "float32"), verbose=0)}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(2, kernel_initializer="ones", input_shape=(3,)),
        tf.keras.layers.Dense(1, kernel_initializer="ones"),
    ]
)
both = tf.keras.Model(model.inputs, [model.layers[0].output, model.output])
hidden, prediction = both.predict(np.ones([1, 3]))

result = {"hidden": hidden, "prediction": prediction}

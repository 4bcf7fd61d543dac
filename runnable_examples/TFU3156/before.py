import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [
        tf.keras.Input((1,), dtype="string"),
        tf.keras.layers.Lambda(tf.strings.to_number, output_shape=(1,)),
    ]
)
prices = np.array([["1"], ["3"]], dtype=object)

result = model.predict(prices)

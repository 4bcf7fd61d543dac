import numpy as np
import tensorflow as tf

inputs = tf.keras.Input(shape=(2,), dtype="int32")
one_hot = tf.keras.layers.Lambda(lambda ids: tf.one_hot(ids, 3), output_shape=(2, 3))(inputs)
outputs = tf.keras.layers.Flatten()(one_hot)
model = tf.keras.Model(inputs, outputs)

result = model.predict(np.array([[0, 2]], "int32"), verbose=0)

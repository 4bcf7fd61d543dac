import numpy as np
import tensorflow as tf

vectors = np.array([[0, 1], [2, 3], [4, 5]], "float32")
model = tf.keras.Sequential([
    tf.keras.Input(shape=(4,)),
    tf.keras.layers.Embedding(3, 2),
    tf.keras.layers.Flatten(),
])
model.layers[0].set_weights([vectors])

result = model.predict(np.array([[0, 1, 2, 0]]), verbose=0)

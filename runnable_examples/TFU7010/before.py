import tensorflow as tf
from tensorflow.keras import backend as K

model = tf.keras.Sequential([
    tf.keras.Input((2,)),
    tf.keras.layers.Dense(2, kernel_initializer="ones"),
    tf.keras.layers.Dense(1, kernel_initializer="ones"),
])
hidden = K.function([model.input], [model.layers[0].output])
result = hidden([tf.constant([[1.0, 2.0]])])[0]

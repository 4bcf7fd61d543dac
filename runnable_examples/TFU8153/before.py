import tensorflow as tf
from keras.src.engine import keras_tensor

x = tf.keras.Input((2,))

result = {"symbolic": isinstance(x, keras_tensor.KerasTensor)}

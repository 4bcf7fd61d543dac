import tensorflow as tf

numbers = tf.experimental.numpy.array([[1.0, 2.0]])
largest = tf.experimental.numpy.amax(numbers, 1, keepdims=True)

result = {"largest": float(largest[0, 0])}

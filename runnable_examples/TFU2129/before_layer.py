import tensorflow as tf

layer = tf.keras.layers.LSTM(2)
state = layer.get_initial_state(tf.ones((3, 5, 1)))
result = [list(part.shape) for part in state]

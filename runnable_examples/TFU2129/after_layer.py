import tensorflow as tf

layer = tf.keras.layers.LSTM(2)
state = [tf.zeros((3, size)) for size in layer.cell.state_size]
result = [list(part.shape) for part in state]

import tensorflow as tf

cell = tf.keras.layers.LSTMCell(2)
state = [tf.zeros((3, size)) for size in cell.state_size]
result = [list(part.shape) for part in state]

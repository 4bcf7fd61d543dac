import tensorflow as tf

cell = tf.keras.layers.LSTMCell(2)
state = cell.get_initial_state(batch_size=3, dtype="float32")
result = [list(part.shape) for part in state]

import tensorflow as tf

board = tf.keras.callbacks.TensorBoard("logs", 0, True, False, update_freq=10)

result = {"batches between two writes": board.update_freq}

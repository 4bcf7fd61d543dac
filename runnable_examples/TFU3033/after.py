import tensorflow as tf

board = tf.keras.callbacks.TensorBoard(log_dir="logs", histogram_freq=1)

result = {"log folder": board.log_dir, "histograms every": board.histogram_freq}

import tensorflow as tf

board = tf.keras.callbacks.TensorBoard(log_dir="logs", embeddings_freq=1)

result = {"log folder": board.log_dir, "embeddings every": board.embeddings_freq}

import tensorflow as tf

layer = tf.keras.layers.Conv2D(3, kernel_size=3)
result = layer.compute_output_shape((None, 8, 8, 1)).as_list()

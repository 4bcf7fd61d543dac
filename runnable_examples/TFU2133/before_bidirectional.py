import tensorflow as tf

layer = tf.keras.layers.Bidirectional(tf.keras.layers.LSTM(2))
result = {"units": layer.layer.units}

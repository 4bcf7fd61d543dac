import tensorflow as tf

x = tf.constant([0.3, 1.0])
y = tf.quantization.quantize_and_dequantize(x, 0.0, 1.0)

result = {"rounded": y}

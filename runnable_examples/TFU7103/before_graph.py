import tensorflow as tf

with tf.Graph().as_default():
    x = tf.ones((1, 1, 1, 1))
    one = tf.ones((1,))
    y = tf.nn.batch_norm_with_global_normalization(x, one, one, one, one, 0.0, True)
    outputs = len(y.op.values())

tf.config.optimizer.set_jit(True)

result = {"outputs": outputs, "dimensions": len(y.shape.dims), "jit": bool(tf.config.optimizer.get_jit())}

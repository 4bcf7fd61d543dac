import tensorflow as tf

with tf.Graph().as_default():
    x = tf.ones((1, 1, 1, 1))
    one = tf.ones((1,))
    y = tf.nn.batch_normalization(x, one, one, one, one, 0.0)
    outputs = len(y.op.outputs)

tf.config.optimizer.set_jit("autoclustering")

result = {"outputs": outputs, "dimensions": len(y.shape.as_list()), "jit": bool(tf.config.optimizer.get_jit())}

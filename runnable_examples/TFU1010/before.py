import tensorflow as tf

tf.config.experimental_run_functions_eagerly(True)


@tf.function
def double(x):
    return x.numpy() * 2  # works only while functions run eagerly


result = {"double of 2": float(double(tf.constant(2.0)))}

import tensorflow as tf

options = tf.saved_model.LoadOptions(experimental_io_device="/job:localhost")

result = {"device": options.experimental_io_device}

import tensorflow as tf

options = tf.saved_model.LoadOptions("/job:localhost")

result = {"device": options.experimental_io_device}

import tensorflow as tf

devices = tf.config.experimental_list_devices()
result = len([name for name in devices if "device:CPU:" in name])

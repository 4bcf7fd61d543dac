import tensorflow as tf

devices = [device.name for device in tf.config.list_logical_devices()]
result = len([name for name in devices if "device:CPU:" in name])

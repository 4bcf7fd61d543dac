import tensorflow as tf

one = tf.config.experimental.VirtualDeviceConfiguration()
cpu = tf.config.experimental.list_physical_devices("CPU")[0]
tf.config.experimental.set_virtual_device_configuration(cpu, virtual_devices=[one, one])

result = {"logical CPU devices": len(tf.config.experimental.list_logical_devices("CPU"))}

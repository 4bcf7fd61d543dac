import tensorflow as tf

for gpu in tf.config.experimental.list_physical_devices("GPU"):
    tf.config.experimental.set_memory_growth(gpu, True)
tf.config.experimental.set_visible_devices([], "GPU")

cpu = tf.config.experimental.list_physical_devices("CPU")[0]
tf.config.experimental.set_virtual_device_configuration(
    cpu,
    [
        tf.config.experimental.VirtualDeviceConfiguration(),
        tf.config.experimental.VirtualDeviceConfiguration(),
    ],
)
result = {
    "logical CPU devices": len(tf.config.experimental.list_logical_devices("CPU")),
    "visible GPUs": len(tf.config.experimental.get_visible_devices("GPU")),
}

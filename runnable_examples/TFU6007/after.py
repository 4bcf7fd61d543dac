import tensorflow as tf

cpu = tf.config.experimental.list_physical_devices("CPU")[0]
tf.config.experimental.set_virtual_device_configuration(
    cpu, [tf.config.experimental.VirtualDeviceConfiguration()] * 2
)
strategy = tf.distribute.MirroredStrategy(["/cpu:0", "/cpu:1"])

with strategy.scope():
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
    model.build((None, 2))
    optimizer = tf.keras.optimizers.SGD(0.1)


def train_step(x):
    with tf.GradientTape() as tape:
        per_example = tf.reduce_sum(model(x) ** 2, axis=1)
        loss = tf.nn.compute_average_loss(per_example, global_batch_size=2)
    gradients = tape.gradient(loss, model.trainable_variables)
    if getattr(tf.keras, "__version__", "2").startswith(("3.0.", "3.1.", "3.2.", "3.3.", "3.4.")):
        gradients = tf.distribute.get_replica_context().all_reduce("sum", gradients)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))


@tf.function
def distributed_step(x):
    strategy.run(train_step, args=(x,))


@tf.function
def predictions(x):
    return strategy.run(lambda value: model(value), args=(x,))


data = tf.data.Dataset.from_tensor_slices([[1.0, 1.0], [2.0, 2.0]]).batch(2)
for x in strategy.experimental_distribute_dataset(data):
    distributed_step(x)

# the gradients of both examples: 1 - 0.1 * (2 + 8)
copies = strategy.experimental_local_results(predictions(tf.constant([[1.0, 0.0]])))
result = {"prediction of each replica": [copy.numpy() for copy in copies]}

import tensorflow as tf

optimizer = tf.keras.optimizers.SGD(0.5)
twin = type(optimizer).from_config(optimizer.get_config())

result = twin.learning_rate.numpy()

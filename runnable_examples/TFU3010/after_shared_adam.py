import tensorflow as tf

first, second = tf.Variable(1.0), tf.Variable(1.0)
optimizer = tf.keras.optimizers.Adam(0.5)
if hasattr(optimizer, "build"):  # from 2.11
    optimizer.build([first, second])
optimizer.apply_gradients([(tf.constant(1.0), first)])
optimizer.apply_gradients([(tf.constant(1.0), second)])

result = {"first": first.numpy(), "second": second.numpy()}

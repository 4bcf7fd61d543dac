import tensorflow as tf

layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
layer.build((None, 1))
factor = tf.Variable(3.0)
variables = layer.trainable_variables + [factor]
optimizer = tf.keras.optimizers.SGD(0.25)

with tf.GradientTape() as tape:
    loss = tf.reduce_sum(layer(tf.ones((1, 1)))) * factor
gradients = tape.gradient(loss, variables)
optimizer.apply_gradients(zip(gradients, variables))

result = {"kernel": layer.get_weights()[0].tolist(), "factor": factor.numpy()}

import tensorflow as tf

x, y = tf.constant([[1.0, 1.0]]), tf.constant([[0.0]])
model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
optimizer = tf.keras.mixed_precision.LossScaleOptimizer(tf.keras.optimizers.SGD(0.1))

with tf.GradientTape() as tape:
    loss = tf.reduce_mean((model(x) - y) ** 2)
    scaled_loss = optimizer.scale_loss(loss)
gradients = tape.gradient(scaled_loss, model.trainable_variables)
optimizer.apply_gradients(zip(gradients, model.trainable_variables))
result = model.get_weights()[0]

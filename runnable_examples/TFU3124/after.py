import tensorflow as tf

layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
layer.build((None, 1))
variables = layer.trainable_variables
optimizer = tf.keras.optimizers.RMSprop(0.1, use_ema=True, ema_momentum=0.9, ema_overwrite_frequency=100)
for step in range(100):
    optimizer.apply_gradients([(tf.ones((1, 1)), variables[0])])
result = {"weight after 100 steps": round(float(layer.get_weights()[0][0, 0]), 4)}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs ** 2)

x = tf.constant(np.ones((1, 2), "float32"))
with tf.GradientTape() as tape:
    tape.watch(x)
    output = model(x)

result = {"gradient of the output": tape.gradient(output, x).numpy().tolist()}

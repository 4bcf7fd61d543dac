import numpy as np
import tensorflow as tf

tf.compat.v1.disable_eager_execution()

model = tf.keras.Sequential(
    [tf.keras.Input((2,)), tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)
model.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

result = {"kernel after one step": model.get_weights()[0].tolist()}

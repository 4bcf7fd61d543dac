import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")]
)
model.compile(optimizer=tf.keras.optimizers.Adam(lr=0.5), loss="mse")
x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
model.fit(x, y, epochs=1, verbose=0)

weight = float(model.get_weights()[0][0, 0])
result = {
    "weight after one step": weight,
    "learning rate used": 1 - weight,  # Adam's first step is as long as its learning rate
}

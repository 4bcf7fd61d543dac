import numpy as np
import tensorflow as tf

model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(
            1,
            kernel_initializer="ones",
            activity_regularizer=tf.keras.regularizers.l2(1.0),
        )
    ]
)
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")

result = {"loss": model.evaluate(x, y, batch_size=4, verbose=0)}

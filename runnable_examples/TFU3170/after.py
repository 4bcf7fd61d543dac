import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(2, activation="softmax", kernel_initializer="zeros")])
model.compile(
    optimizer="sgd", loss="mse", metrics=[tf.keras.metrics.KLDivergence(name="kullback_leibler_divergence")]
)
history = model.fit(np.zeros((1, 1), "float32"), np.array([[1.0, 0.0]], "float32"), verbose=0).history

result = {"divergence": round(float(history["kullback_leibler_divergence"][0]), 3)}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mean_squared_error")
x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")

checkpoint = tf.keras.callbacks.ModelCheckpoint("best.keras", monitor="loss", save_best_only=True)
model.fit(x, y, callbacks=[checkpoint], verbose=0)

best = tf.keras.models.load_model("best.keras")
result = {"weight of the best model": best.get_weights()[0]}

import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")

checkpoint = tf.keras.callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)
model.fit(x, y, callbacks=[checkpoint], verbose=0)

model.set_weights([np.zeros((1, 1))])
model.load_weights("best.weights.h5")
result = {"weight of the best model": model.get_weights()[0]}

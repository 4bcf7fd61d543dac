import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)])
model.compile(optimizer=tf.keras.optimizers.SGD(0.1), loss="mse")
x, y = np.ones((2, 1), "float32"), np.zeros((2, 1), "float32")
plateau = tf.keras.callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=1, epsilon=0.5)
history = model.fit(x, y, epochs=2, callbacks=[plateau], verbose=0)

result = {
    "loss of each epoch": history.history["loss"],
    "learning rate after two epochs": float(model.optimizer.learning_rate.numpy()),
}

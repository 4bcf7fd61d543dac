import numpy as np
import tensorflow as tf

x = np.array([[-1.0], [1.0], [2.0], [3.0]], "float32")
y = np.array([[1.0], [1.0], [1.0], [1.0]], "float32")

model = tf.keras.Sequential([tf.keras.layers.Dense(1, activation="sigmoid", kernel_initializer="ones")])
model.compile(optimizer=tf.keras.optimizers.SGD(0.0), loss="binary_crossentropy", metrics=["acc"])
best = tf.keras.callbacks.ReduceLROnPlateau(monitor="val_acc", mode="max", patience=1, factor=0.5)
history = model.fit(x, y, epochs=1, validation_data=(x, y), callbacks=[best], verbose=0)

result = {"accuracy": history.history["acc"][0], "best seen by the callback": float(best.best)}

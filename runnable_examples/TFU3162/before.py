import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,))])
model.compile("sgd", "mse")
x, y = np.ones([6, 1]), np.zeros([6, 1])
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(2)
history = model.fit(x, y, epochs=3, validation_data=data, validation_steps=3)

result = {"epochs with a validation loss": len(history.history["val_loss"])}

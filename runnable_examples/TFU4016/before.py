import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer=tf.keras.optimizers.Adam(0.1), loss=tf.keras.losses.MeanSquaredError())
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.train_on_batch(x, y)
model.save("model.h5")

model = tf.keras.models.load_model("model.h5")
model.train_on_batch(x, y)

result = {"prediction after two steps": model(x[:1]).numpy()}

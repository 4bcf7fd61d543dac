import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
optimizer = tf.keras.optimizers.Adam(0.1)
model.compile(optimizer=optimizer, loss="mse")

latest = tf.train.latest_checkpoint("checkpoints")
tf.train.Checkpoint(model=model, optimizer=optimizer).restore(latest)

x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.train_on_batch(x, y)

result = {"prediction after one more step": model(x[:1]).numpy()}

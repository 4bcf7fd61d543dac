import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
optimizer = tf.keras.optimizers.Adam(0.1)
model.compile(optimizer=optimizer, loss="mse")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
for step in range(2):
    model.train_on_batch(x, y)
tf.train.Checkpoint(model=model, optimizer=optimizer).save("checkpoints/ckpt")

result = {"prediction": model(x[:1]).numpy()}

import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
optimizer = tf.keras.optimizers.Adam(0.1)
model.compile(optimizer=optimizer, loss="mse")

latest = tf.train.latest_checkpoint("checkpoints")
saved = tf.train.load_checkpoint(latest)
value = "/.ATTRIBUTES/VARIABLE_VALUE"
slot = "/.OPTIMIZER_SLOT/optimizer/"
names = ["model/layer_with_weights-0/kernel", "model/layer_with_weights-0/bias"]
model.set_weights([saved.get_tensor(name + value) for name in names])
optimizer.build(model.trainable_variables)
optimizer.iterations.assign(saved.get_tensor("optimizer/iter" + value))
for name, m, v in zip(names, optimizer._momentums, optimizer._velocities):
    m.assign(saved.get_tensor(name + slot + "m" + value))
    v.assign(saved.get_tensor(name + slot + "v" + value))

x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
model.train_on_batch(x, y)

result = {"prediction after one more step": model(x[:1]).numpy()}

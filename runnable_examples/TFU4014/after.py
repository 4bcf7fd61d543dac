import numpy as np
import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)

latest = tf.train.latest_checkpoint("checkpoints")
saved = tf.train.load_checkpoint(latest)
layers = [layer for layer in model.layers if layer.weights]
for number, layer in enumerate(layers):
    key = "model/layer_with_weights-%d/%s/.ATTRIBUTES/VARIABLE_VALUE"
    layer.set_weights([saved.get_tensor(key % (number, name)) for name in ("kernel", "bias")])

result = {"prediction": model(np.array([[1.0, 2.0]], "float32")).numpy()}

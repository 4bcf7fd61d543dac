import numpy as np
import tensorflow as tf

x = np.array([[1.0, 2.0]], "float32")
inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1)(inputs)
model = tf.keras.Model(inputs, outputs)

saved = tf.train.load_checkpoint("saved_model/variables/variables")
layers = [layer for layer in model.layers if layer.weights]
for number, layer in enumerate(layers):
    key = "layer_with_weights-%d/%s/.ATTRIBUTES/VARIABLE_VALUE"
    layer.set_weights([saved.get_tensor(key % (number, name)) for name in ("kernel", "bias")])

result = {"prediction": model(x).numpy()}

import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K

tf.compat.v1.disable_eager_execution()

inputs = tf.keras.Input((1,))
outputs = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
optimizer = tf.keras.optimizers.SGD(0.25)

target = K.placeholder(shape=(None, 1))
loss = K.mean(K.square(target - model.output))
updates = optimizer.get_updates(loss=loss, params=model.trainable_weights)
train = K.function([model.input, target], [loss], updates=updates)

x, y = np.ones((4, 1), "float32"), np.zeros((4, 1), "float32")
losses = [float(train([x, y])[0]) for _ in range(2)]

result = {"losses": losses, "weight": model.get_weights()[0].tolist()}

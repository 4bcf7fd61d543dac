import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model, Sequential

discriminator = Sequential([Input((1,)), Dense(1, use_bias=False, kernel_initializer="ones")])
discriminator.compile(loss="mse", optimizer=tf.keras.optimizers.SGD(0.1))
generator = Sequential([Input((1,)), Dense(1, use_bias=False, kernel_initializer="ones")])

frozen = Model(discriminator.inputs, discriminator.outputs)
noise = Input((1,))
combined = Model(noise, frozen(generator(noise)))
combined.compile(loss="mse", optimizer=tf.keras.optimizers.SGD(0.1))

ones, zeros = np.ones((1, 1)), np.zeros((1, 1))
discriminator.trainable = True
discriminator.train_on_batch(ones, zeros)
result = {"weight of the discriminator": round(float(discriminator.get_weights()[0][0, 0]), 4)}
discriminator.trainable = False
combined.train_on_batch(ones, zeros)
result["weight of the generator"] = round(float(generator.get_weights()[0][0, 0]), 4)

import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model, Sequential

discriminator = Sequential([Input((1,)), Dense(1, use_bias=False, kernel_initializer="ones")])
discriminator.compile(loss="mse", optimizer=tf.keras.optimizers.SGD(0.1))
generator = Sequential([Input((1,)), Dense(1, use_bias=False, kernel_initializer="ones")])

discriminator.trainable = False
noise = Input((1,))
combined = Model(noise, discriminator(generator(noise)))
combined.compile(loss="mse", optimizer=tf.keras.optimizers.SGD(0.1))

ones, zeros = np.ones((1, 1)), np.zeros((1, 1))
discriminator.train_on_batch(ones, zeros)
result = {"weight of the discriminator": round(float(discriminator.get_weights()[0][0, 0]), 4)}
combined.train_on_batch(ones, zeros)
result["weight of the generator"] = round(float(generator.get_weights()[0][0, 0]), 4)

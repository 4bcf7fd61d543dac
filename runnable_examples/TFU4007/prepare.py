import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, kernel_initializer="ones", input_shape=(2,))]
)
model.save("model.h5")

model = tf.keras.Sequential(
    [tf.keras.layers.Conv2D(1, 2, kernel_initializer="ones", input_shape=(2, 2, 1))]
)
model.save("conv2d.h5")

result = "saved"

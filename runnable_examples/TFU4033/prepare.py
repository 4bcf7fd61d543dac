import tensorflow as tf

model = tf.keras.Sequential(
    [tf.keras.layers.Dense(1, kernel_initializer="ones", input_shape=(2,))]
)
model.save_weights("model.weights.h5")

result = "saved"

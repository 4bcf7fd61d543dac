import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.BatchNormalization(epsilon=0.21, moving_mean_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
sequential = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="ones", input_shape=(2,))])
for name, one in (("model", model), ("sequential", sequential)):
    with open(name + ".json", "w") as file:
        file.write(one.to_json())
    one.save_weights(name + ".h5")

result = "saved"

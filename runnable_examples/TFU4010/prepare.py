import tensorflow as tf

inputs = tf.keras.Input((2,))
outputs = tf.keras.layers.Dense(1, kernel_initializer="ones")(inputs)
model = tf.keras.Model(inputs, outputs)
with open("model.json", "w") as file:
    file.write(model.to_json())
model.save_weights("weights.h5")

result = "saved"

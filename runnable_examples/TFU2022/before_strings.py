import tensorflow as tf

inputs = tf.keras.Input(shape=(1,), dtype="string")
outputs = tf.keras.layers.Lambda(lambda text: tf.strings.length(text))(inputs)
model = tf.keras.Model(inputs, outputs)

result = model.predict(tf.constant([["abc"], ["de"]]), verbose=0)

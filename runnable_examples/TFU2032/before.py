import tensorflow as tf

inputs = tf.keras.Input(shape=(None,), ragged=True)
outputs = tf.keras.layers.Lambda(lambda x: tf.reduce_sum(x, axis=1))(inputs)
model = tf.keras.Model(inputs, outputs)

sales = tf.ragged.constant([[1.0, 2.0], [3.0], [4.0, 5.0, 6.0]])

result = model.predict(sales)

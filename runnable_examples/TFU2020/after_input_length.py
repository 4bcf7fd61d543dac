import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.Input(shape=(5, 3)),
    tf.keras.layers.LSTM(2),
])

result = {"shape of the input": str(tuple(model.inputs[0].shape)), "parameters": model.count_params()}

import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.LSTM(2, input_dim=3, input_length=5),
])

result = {"shape of the input": str(tuple(model.inputs[0].shape)), "parameters": model.count_params()}

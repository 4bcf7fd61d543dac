import tensorflow as tf

inputs = {"rooms": tf.keras.Input((1,)), "price": tf.keras.Input((1,))}
joined = tf.keras.layers.Concatenate()(list(inputs.values()))

result = {"columns": joined.shape[-1]}

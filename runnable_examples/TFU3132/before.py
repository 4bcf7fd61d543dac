import tensorflow as tf

callback = tf.keras.callbacks.ModelCheckpoint("model.weights.h5", save_weights_only=True, options=None)
result = callback.filepath

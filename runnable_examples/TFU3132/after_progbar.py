import tensorflow as tf

callback = tf.keras.callbacks.ProgbarLogger()
result = isinstance(callback, tf.keras.callbacks.Callback)

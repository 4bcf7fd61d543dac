import tensorflow as tf

callback = tf.keras.callbacks.ProgbarLogger(count_mode="steps")
result = isinstance(callback, tf.keras.callbacks.Callback)

import tensorflow as tf

schedule = tf.keras.experimental.CosineDecay(1.0, 2)
result = float(schedule(1))

import tensorflow as tf

schedule = tf.keras.experimental.LinearCosineDecay(0.1, 10)

result = {"rate at step 5": float(schedule(5))}

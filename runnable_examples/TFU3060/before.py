import tensorflow as tf

schedule = tf.keras.experimental.CosineDecay(0.1, decay_steps=10)
result = [float(schedule(step)) for step in (0, 5, 10)]

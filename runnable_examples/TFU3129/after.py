import tensorflow as tf

schedule = tf.keras.optimizers.schedules.CosineDecay(1.0, 2)
result = float(schedule(1))

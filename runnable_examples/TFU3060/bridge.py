import tensorflow as tf

schedules = tf.keras.optimizers.schedules
if not hasattr(schedules, "CosineDecay"):
    schedules = tf.keras.experimental

schedule = schedules.CosineDecay(0.1, decay_steps=10)
result = [float(schedule(step)) for step in (0, 5, 10)]

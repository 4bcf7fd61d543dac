import tensorflow as tf

penalty = tf.keras.regularizers.l1(l=0.1)
result = {"penalty": round(float(penalty(tf.constant([1.0, 2.0]))), 4)}

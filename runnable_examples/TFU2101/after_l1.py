import tensorflow as tf

penalty = tf.keras.regularizers.l1(0.1)

result = {"penalty of the weight 2": float(penalty(tf.constant([2.0])))}

import tensorflow as tf

penalty = tf.keras.regularizers.l1_l2(l1=0.1, l2=0.01)
result = {"penalty": round(float(penalty(tf.constant([1.0, 2.0]))), 4)}

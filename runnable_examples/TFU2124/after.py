import tensorflow as tf

regularizer = tf.keras.regularizers.L1L2(l1=0.01, l2=0.01)
layer = tf.keras.layers.Dense(1, kernel_initializer="ones", kernel_regularizer=regularizer)
layer(tf.constant([[1.0, 2.0]]))
result = {"penalty": round(float(sum(layer.losses)), 4)}

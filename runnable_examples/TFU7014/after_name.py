import tensorflow as tf

first = tf.keras.layers.Dense(3, kernel_initializer="random_normal")
second = tf.keras.layers.Dense(3, kernel_initializer="random_normal")
first.build((None, 3))
second.build((None, 3))

result = {"same weights in both layers": bool((first.get_weights()[0] == second.get_weights()[0]).all())}
